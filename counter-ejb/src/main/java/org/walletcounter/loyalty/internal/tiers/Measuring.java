package org.walletcounter.loyalty.internal.tiers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;

/** Measures members over the documented tables of payments and points. */
final class Measuring {

    /** Of so few the database still looks each up by itself. */
    private static final int PIECE = 200;

    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final String OVER_PAYMENTS = " FROM transactions.payment p WHERE p.merchant_id = ?"
            + " AND p.member_id IS NOT NULL AND p.state = 'SUCCEEDED' AND p.business_day > ?";

    private static final String OVER_POINTS = " FROM loyalty.lot p JOIN loyalty.programme g ON g.id = p.programme_id"
            + " WHERE g.merchant_id = ? AND p.source = 'PURCHASE' AND p.earned > p.clawed AND p.made_at >= ?";

    private final Db db;
    private final MerchantFacts facts;

    Measuring(Db db, MerchantFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    /** A member, what was measured, and the tier they are in. */
    record Measured(UUID memberId, long measured, @Nullable UUID tierId) {}

    /** One member's measure. */
    long of(TierScheme scheme, UUID merchantId, UUID memberId, LocalDate today) {
        return db.number(
                "SELECT coalesce(" + amount(scheme) + ", 0)" + source(scheme) + " AND p.member_id = ?",
                merchantId,
                since(scheme, merchantId, today),
                memberId);
    }

    /**
     * Hands over every member who has a measure or a tier, the highest measure first. Must be called within a
     * transaction, as there may be as many as the merchant has members.
     */
    void each(TierScheme scheme, UUID merchantId, LocalDate today, Consumer<Measured> taker) {
        db.each(
                row -> new Measured(
                        Db.id(row, "member_id"), row.getLong("measured"), row.getObject("tier_id", UUID.class)),
                taker,
                "WITH measured AS (SELECT p.member_id, " + amount(scheme) + " AS measured" + source(scheme)
                        + " GROUP BY p.member_id), placed AS (SELECT member_id, tier_id FROM loyalty.member_tier"
                        + " WHERE merchant_id = ?) SELECT coalesce(m.member_id, t.member_id) AS member_id,"
                        + " coalesce(m.measured, 0) AS measured, t.tier_id FROM measured m"
                        + " FULL JOIN placed t ON t.member_id = m.member_id ORDER BY 2 DESC, 1",
                merchantId,
                since(scheme, merchantId, today),
                merchantId);
    }

    /** Some members with their measure and tier, by their ids. */
    List<Measured> some(TierScheme scheme, UUID merchantId, LocalDate today, Collection<UUID> members) {
        return db.list(
                row -> new Measured(
                        Db.id(row, "member_id"), row.getLong("measured"), row.getObject("tier_id", UUID.class)),
                "WITH measured AS (SELECT p.member_id, " + amount(scheme) + " AS measured" + source(scheme)
                        + " AND p.member_id = ANY (?) GROUP BY p.member_id)"
                        + " SELECT w.id AS member_id, coalesce(m.measured, 0) AS measured, t.tier_id"
                        + " FROM unnest(?::uuid[]) w(id) LEFT JOIN measured m ON m.member_id = w.id"
                        + " LEFT JOIN loyalty.member_tier t ON t.member_id = w.id ORDER BY 1",
                merchantId,
                since(scheme, merchantId, today),
                members,
                members);
    }

    /**
     * Those who have paid since a moment and have a measure, with it and with their tier, by their ids. They are found
     * first and then asked for by name: of members that it had still to find, the database would not know how few they
     * are, and read all payments of the window for them.
     */
    List<Measured> recent(TierScheme scheme, UUID merchantId, LocalDate today, Instant since) {
        List<UUID> paid = db.list(
                row -> Db.id(row, "member_id"),
                "SELECT DISTINCT member_id FROM transactions.payment WHERE id >= ? AND merchant_id = ?"
                        + " AND state = 'SUCCEEDED' AND member_id IS NOT NULL ORDER BY member_id",
                Ids.floor(since),
                merchantId);
        List<Measured> recent = new ArrayList<>();
        for (int from = 0; from < paid.size(); from += PIECE) {
            recent.addAll(some(scheme, merchantId, today, paid.subList(from, Math.min(paid.size(), from + PIECE))));
        }
        recent.removeIf(one -> one.measured() == 0); // whatever counts at all measures one or more
        return recent;
    }

    private static String amount(TierScheme scheme) {
        return switch (scheme.measure()) {
            case SPEND -> "sum(p.amount - p.refunded)::int8";
            case VISITS -> "count(*)";
            case POINTS -> "sum(p.earned - p.clawed)::int8";
        };
    }

    private static String source(TierScheme scheme) {
        return switch (scheme.measure()) {
            case SPEND -> OVER_PAYMENTS + " AND p.amount > p.refunded"; // what cost nothing measures nothing
            case VISITS -> OVER_PAYMENTS + " AND transactions.bought(p.id, p.amount, p.refunded)";
            case POINTS -> OVER_POINTS;
        };
    }

    /** For payments the day before the first that counts; for points the moment at which that one begins. */
    private Object since(TierScheme scheme, UUID merchantId, LocalDate today) {
        LocalDate before = scheme.windowDays() == 0 ? EVER : today.minusDays(scheme.windowDays());
        return scheme.measure() == TierScheme.Measure.POINTS
                ? before.plusDays(1).atStartOfDay(facts.zone(merchantId)).toInstant()
                : before;
    }
}
