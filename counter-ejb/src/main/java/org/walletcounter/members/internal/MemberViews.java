package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.WalletView;

/** Shows members as the asking role may see them. */
@Dependent
class MemberViews {

    private final MemberRecords records;
    private final Wallets wallets;
    private final Vault vault;

    @Inject
    MemberViews(MemberRecords records, Wallets wallets, Vault vault) {
        this.records = records;
        this.wallets = wallets;
        this.vault = vault;
    }

    MemberView of(Actor actor, UUID memberId) {
        return of(actor, records.seen(actor, memberId));
    }

    Page<MemberView> of(Actor actor, Page<Member> page) {
        return new Page<>(of(actor, page.items()), page.after());
    }

    List<Members.Consent> consents(Actor actor, UUID memberId) {
        records.seen(actor, memberId);
        return records.consents(memberId).stream().map(ConsentGiven::view).toList();
    }

    MemberView of(Actor actor, Member member) {
        return of(actor, List.of(member)).get(0);
    }

    /** Several members with one query per table; first of all wallets comes the one in the house's currency. */
    List<MemberView> of(Actor actor, List<Member> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = members.stream().map(Member::id).toList();
        Map<UUID, List<MemberIdentifier>> identifiers =
                records.identifiers(ids).stream().collect(Collectors.groupingBy(MemberIdentifier::memberId));
        Map<UUID, List<Wallet>> purses = wallets.of(ids).stream().collect(Collectors.groupingBy(Wallet::memberId));
        String house = records.currency(actor.merchantId());
        List<MemberView> views = new ArrayList<>();
        for (Member member : members) {
            views.add(view(
                    Masking.of(actor),
                    member,
                    identifiers.getOrDefault(member.id(), List.of()),
                    purses.getOrDefault(member.id(), List.of()).stream()
                            .sorted(Comparator.comparing(
                                    wallet -> !wallet.currency().equals(house)))
                            .map(wallet -> wallets.view(member.merchantId(), wallet))
                            .toList()));
        }
        return views;
    }

    private MemberView view(
            Masking masking, Member member, List<MemberIdentifier> identifiers, List<WalletView> purses) {
        List<MemberView.Identifier> shown = identifiers.stream()
                .map(known -> new MemberView.Identifier(
                        known.kind(), masking.identifier(known.kind(), known.value(member, vault))))
                .toList();
        String phone = shown.stream()
                .filter(identifier -> identifier.kind().equals(MemberIdentifier.PHONE))
                .map(MemberView.Identifier::value)
                .findFirst()
                .orElse("");
        return new MemberView(
                member.id(),
                member.merchantId(),
                MemberCode.printed(member.code()),
                masking.name(member.name(vault)),
                phone,
                member.language(),
                member.state(),
                member.joinedAt(),
                masking.birthday(member.birthday(vault)),
                member.wantsTexts(),
                shown,
                purses);
    }
}
