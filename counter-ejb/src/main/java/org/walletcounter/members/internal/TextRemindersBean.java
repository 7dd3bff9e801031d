package org.walletcounter.members.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.TextReminders;

/** The door to reminders by text message over PostgreSQL and the outbox. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class TextRemindersBean implements TextReminders {

    private static final String CHANNEL = "phone";

    @Inject
    MemberRecords records;

    @Inject
    MemberViews views;

    @Inject
    Announcing announcing;

    @Inject
    Outbox outbox;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    @RolesAllowed("member")
    public MemberView allow(Actor actor, UUID memberId, boolean whether) {
        Member member = records.present(actor, memberId);
        if (member.wantsTexts() != whether) {
            member.wantTexts(whether);
            records.add(new ConsentGiven(memberId, NOTICE, whether, CHANNEL, clock.instant()), "on");
            announcing.changed(member, "changed");
        }
        return views.of(actor, member);
    }

    @Override
    @RolesAllowed("system")
    public int send(Actor actor, List<Text> texts) {
        Map<UUID, Reached> reached = reached(
                actor.merchantId(),
                texts.stream().map(Text::memberId).distinct().toList());
        int sent = 0;
        for (Text text : texts) {
            Reached by = reached.get(text.memberId());
            if (by != null) {
                outbox.put(SmsRequest.UNHURRIED, text.id(), by.request(text));
                sent++;
            }
        }
        return sent;
    }

    /** Those of them who want to be told, with their numbers. */
    private Map<UUID, Reached> reached(UUID merchantId, List<UUID> named) {
        Map<UUID, Member> wanting = records.wantingTexts(merchantId, named).stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
        Map<UUID, Reached> reached = new HashMap<>();
        for (MemberIdentifier known : records.identifiers(List.copyOf(wanting.keySet()))) {
            Member member = wanting.get(known.memberId());
            if (member != null && known.kind().equals(MemberIdentifier.PHONE)) {
                reached.put(member.id(), new Reached(member, known.value(member, vault)));
            }
        }
        return reached;
    }

    private record Reached(Member member, String phone) {

        String request(Text text) {
            String words = member.language().startsWith("zh") ? text.chinese() : text.english();
            return SmsRequest.json(member.merchantId(), phone, words, text.expires());
        }
    }
}
