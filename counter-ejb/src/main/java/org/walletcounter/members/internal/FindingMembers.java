package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.MemberView;

/** Finds members by what somebody typed or scanned: a whole number first, else parts of a name. */
@Dependent
class FindingMembers {

    private static final int MOST = 200;

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final MemberRecords records;
    private final Vault vault;
    private final WarmFacts warm;
    private final LookingUp lookingUp;

    @Inject
    FindingMembers(MemberRecords records, Vault vault, WarmFacts warm, LookingUp lookingUp) {
        this.records = records;
        this.vault = vault;
        this.warm = warm;
        this.lookingUp = lookingUp;
    }

    /** What is remembered is not asked for again, but whose it is is checked each time. */
    MemberFacts facts(Actor actor, UUID memberId) {
        MemberFacts facts =
                warm.of(memberId, () -> records.seen(actor, memberId).facts(vault));
        boolean own = !actor.role().equals("member") || actor.id().equals("member:" + memberId);
        if (!own || !facts.merchantId().equals(actor.merchantId())) {
            throw new CounterException(MemberError.NO_SUCH_MEMBER);
        }
        return facts;
    }

    /** Those of the ids that are members here and have not left. */
    Set<UUID> known(Actor actor, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(database.createQuery(
                        "select m.id from Member m where m.merchantId = :merchant and m.id in :ids and m.state <> :left",
                        UUID.class)
                .setParameter("merchant", actor.merchantId())
                .setParameter("ids", ids)
                .setParameter("left", MemberView.State.CLOSED)
                .getResultList());
    }

    /** The one who is known by this whole number and has not left. */
    Optional<UUID> byNumber(Actor actor, String number) {
        if (number.isBlank()) {
            return Optional.empty();
        }
        lookingUp.note(actor);
        List<Member> found = byNumber(actor.merchantId(), null, number.strip(), 2).stream()
                .filter(member -> member.state() != MemberView.State.CLOSED)
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).id()) : Optional.empty();
    }

    Page<Member> find(Actor actor, String text, @Nullable String after, int limit) {
        UUID merchant = actor.merchantId();
        UUID before = cursor(after);
        int count = Math.max(1, Math.min(limit, MOST));
        String asked = text.strip();
        if (asked.isEmpty()) {
            return page(select(merchant, before, "", count), count);
        }
        List<Member> exact = byNumber(merchant, before, asked, count);
        if (!exact.isEmpty()) {
            return page(exact, count);
        }
        return page(byName(merchant, before, NameParts.asked(asked), count), count);
    }

    private List<Member> byNumber(UUID merchant, @Nullable UUID before, String asked, int count) {
        List<byte[]> hashes = new ArrayList<>();
        PhoneNumbers.normalise(asked, records.callingCode(merchant))
                .ifPresent(phone -> hashes.add(vault.index(merchant, MemberIdentifier.PHONE, phone)));
        hashes.add(vault.index(merchant, "card", Identity.number(asked)));
        hashes.add(vault.index(merchant, "external", Identity.number(asked)));
        hashes.add(vault.index(merchant, "email", asked.toLowerCase(Locale.ROOT)));
        String ids = "select i.member_id from members.identifier i where i.merchant_id = :merchant and i.kind in"
                + " ('PHONE', 'CARD', 'EXTERNAL', 'EMAIL') and i.index_hash in (:hashes) union all"
                + " select c.id from members.member c where c.merchant_id = :merchant and c.code = :code";
        Query query = query(merchant, before, " and m.id in (" + ids + ")", count)
                .setParameter("hashes", hashes)
                .setParameter("code", MemberCode.kept(asked));
        return members(query);
    }

    private List<Member> byName(UUID merchant, @Nullable UUID before, Set<String> parts, int count) {
        boolean tooShort = parts.stream().allMatch(part -> part.length() < 2 && part.codePointAt(0) < 0x2E80);
        if (parts.isEmpty() || tooShort) {
            return List.of();
        }
        List<byte[]> hashes = parts.stream()
                .map(part -> Member.namePart(vault, merchant, part))
                .toList();
        StringBuilder wanted = new StringBuilder();
        for (int i = 0; i < hashes.size(); i++) {
            wanted.append(i == 0 ? "" : ", ").append("cast(:part").append(i).append(" as bytea)");
        }
        Query query = query(merchant, before, " and m.name_index @> array[" + wanted + "]", count);
        for (int i = 0; i < hashes.size(); i++) {
            query.setParameter("part" + i, hashes.get(i));
        }
        return members(query);
    }

    private List<Member> select(UUID merchant, @Nullable UUID before, String condition, int count) {
        return members(query(merchant, before, condition, count));
    }

    private Query query(UUID merchant, @Nullable UUID before, String condition, int count) {
        String sql = "select m.* from members.member m where m.merchant_id = :merchant"
                + (before == null ? "" : " and m.id < :before") + condition + " order by m.id desc";
        Query query = database.createNativeQuery(sql, Member.class)
                .setParameter("merchant", merchant)
                .setMaxResults(count + 1);
        return before == null ? query : query.setParameter("before", before);
    }

    @SuppressWarnings("unchecked")
    private static List<Member> members(Query query) {
        return query.getResultList();
    }

    private static Page<Member> page(List<Member> found, int count) {
        if (found.size() <= count) {
            return new Page<>(found, null);
        }
        List<Member> items = found.subList(0, count);
        return new Page<>(items, items.get(count - 1).id().toString());
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException foreign) {
            throw new CounterException(KernelError.BAD_CURSOR);
        }
    }
}
