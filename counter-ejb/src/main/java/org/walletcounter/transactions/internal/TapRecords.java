package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.transactions.DeniedToken;
import org.walletcounter.transactions.TapAnswer;

/** Reads taps that were answered before, and who is turned away at gates. */
@Dependent
class TapRecords {

    private static final int MOST = 1000;

    /** Taken or refused, in the actor's merchant and store. */
    private static final String EARLIER = """
            select t.id, coalesce(r.payment_id, t.payment_id), t.content, r.code, r.arguments
              from transactions.tap t
              left join transactions.tap_refusal r on r.tap_id = t.id
              join transactions.payment p on p.id = coalesce(r.payment_id, t.payment_id)
             where t.id = any (cast(:ids as uuid[])) and t.merchant_id = :merchant
               and (cast(:store as uuid) is null or p.store_id = :store)""";

    private static final String DENIED = """
            select d.kind, d.token, d.member_id, min(d.since), d.account_id, min(d.owed)
              from transactions.tap_denial d
             where d.merchant_id = :merchant and d.token > :after
             group by d.kind, d.token, d.member_id, d.account_id order by d.token limit :most""";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Ledger ledger;

    @Inject
    TapRecords(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An answer that was given before, and by what the tap is known again. */
    record Earlier(TapAnswer answer, long content) {}

    /** Those of the taps that were decided before. */
    Map<UUID, Earlier> earlier(Actor actor, Collection<UUID> ids) {
        List<?> rows = database.createNativeQuery(EARLIER)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("merchant", actor.merchantId())
                .setParameter("store", actor.storeId())
                .getResultList();
        Map<UUID, Earlier> earlier = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            UUID id = (UUID) columns[0];
            CounterException refusal = columns[3] == null ? null : refusal((String) columns[3], (String) columns[4]);
            earlier.put(id, new Earlier(new TapAnswer(id, true, (UUID) columns[1], null, refusal), (Long) columns[2]));
        }
        return earlier;
    }

    private static CounterException refusal(String code, String arguments) {
        Object[] values = arguments.isEmpty() ? new Object[0] : arguments.split("\n", -1);
        return new CounterException(Answers.refusalOf(code), values);
    }

    /** A page of the list; whose wallet can pay by now is left out, and none can that is frozen. */
    Page<DeniedToken> denied(Actor actor, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<?> rows = database.createNativeQuery(DENIED)
                .setParameter("merchant", actor.merchantId())
                .setParameter("after", after == null ? "" : after)
                .setParameter("most", most)
                .getResultList();
        List<Object[]> found = rows.stream().map(row -> (Object[]) row).toList();
        Map<AccountId, Long> available =
                ledger.available(found.stream().map(TapRecords::account).toList());
        List<DeniedToken> denied = found.stream()
                .filter(row -> available.getOrDefault(account(row), 0L) < (Long) row[5])
                .map(row -> new DeniedToken((String) row[0], (String) row[1], (UUID) row[2], (Instant) row[3]))
                .toList();
        return new Page<>(denied, found.size() < most ? null : (String) found.get(most - 1)[1]);
    }

    /** Takes a member off the list for whose wallets it is no longer true. Runs in the caller's transaction. */
    void forgive(UUID memberId) {
        List<?> rows = database.createNativeQuery(
                        "select tap_id, account_id, owed from transactions.tap_denial where member_id = :member")
                .setParameter("member", memberId)
                .getResultList();
        Map<AccountId, Long> available = ledger.available(rows.stream()
                .map(row -> new AccountId((Long) ((Object[]) row)[1]))
                .distinct()
                .toList());
        UUID[] paid = rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> available.getOrDefault(new AccountId((Long) row[1]), 0L) >= (Long) row[2])
                .map(row -> (UUID) row[0])
                .toArray(UUID[]::new);
        if (paid.length > 0) {
            database.createNativeQuery("delete from transactions.tap_denial where tap_id = any (cast(:paid as uuid[]))")
                    .setParameter("paid", paid)
                    .executeUpdate();
        }
    }

    private static AccountId account(Object[] row) {
        return new AccountId((Long) row[4]);
    }
}
