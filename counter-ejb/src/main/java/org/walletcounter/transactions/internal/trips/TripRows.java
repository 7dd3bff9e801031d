package org.walletcounter.transactions.internal.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Companion.Table;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.transactions.TripPoints.Discount;
import org.walletcounter.transactions.TripPoints.Use;

/**
 * The tables of points on trips. Each step of the clockwork is a transaction of its own that several nodes may do at once: what
 * one has locked the others pass over, and what was done is not done again.
 */
@ApplicationScoped
class TripRows {

    /** New fares become part of their day; those of members who want it are noted to be paid by points in part. */
    private static final String GATHER = """
            WITH taken AS (
              DELETE FROM transactions.fare WHERE tap_id IN (
                SELECT tap_id FROM transactions.fare ORDER BY tap_id LIMIT ?1 FOR UPDATE SKIP LOCKED)
              RETURNING *),
            wanted AS (
              INSERT INTO transactions.trip_due
                  (tap_id, merchant_id, store_id, member_id, account_id, amount, currency, business_day, at)
              SELECT t.tap_id, t.merchant_id, t.store_id, t.member_id, t.account_id, t.amount, t.currency, t.business_day, t.at
                FROM taken t JOIN transactions.trip_wish w
                  ON w.merchant_id = t.merchant_id AND w.member_id = t.member_id AND t.at >= w.since)
            INSERT INTO transactions.fare_day AS d
                (id, merchant_id, member_id, business_day, currency, taps, amount, latest)
            SELECT gen_random_uuid(), merchant_id, member_id, business_day, currency, count(*), sum(amount), max(at)
              FROM taken GROUP BY merchant_id, business_day, member_id, currency
             ORDER BY merchant_id, business_day, member_id, currency
            ON CONFLICT (merchant_id, business_day, member_id, currency) WHERE NOT closed
            DO UPDATE SET taps = d.taps + excluded.taps, amount = d.amount + excluded.amount,
                          latest = greatest(d.latest, excluded.latest)""";

    /** A day waits while a trip of its member's still waits for points. */
    private static final String CLOSE = """
            UPDATE transactions.fare_day SET closed = true WHERE id IN (
              SELECT d.id FROM transactions.fare_day d
               WHERE NOT d.closed AND d.merchant_id = ?1 AND d.business_day < ?2
                 AND NOT EXISTS (SELECT 1 FROM transactions.trip_due t
                                  WHERE t.merchant_id = d.merchant_id AND t.member_id = d.member_id)
               ORDER BY d.business_day, d.member_id LIMIT ?3 FOR UPDATE SKIP LOCKED)""";

    /** What points paid of a trip earns nothing: it is noted with the trip's day. */
    private static final String PAID = """
            UPDATE transactions.fare_day d SET by_points = d.by_points + p.minor FROM transactions.trip_discount p
             WHERE p.tap_id = ?1 AND d.merchant_id = p.merchant_id AND d.member_id = p.member_id
               AND d.currency = p.currency AND d.business_day = ?2 AND NOT d.closed""";

    private static final String FULFILLED = """
            DELETE FROM transactions.trip_wish w USING transactions.trip_discount p
             WHERE p.tap_id = ?1 AND w.merchant_id = p.merchant_id AND w.member_id = p.member_id
               AND NOT w.every AND w.since <= ?2""";

    private static final Table DISCOUNT = new Table(
            "transactions.trip_discount",
            List.of(
                    "tap_id",
                    "merchant_id",
                    "member_id",
                    "programme_id",
                    "journal_id",
                    "fare",
                    "currency",
                    "points",
                    "minor",
                    "at"),
            List.of("uuid", "uuid", "uuid", "uuid", "uuid", "int8", "text", "int8", "int8", "timestamptz"));

    private static final String DAYS =
            "SELECT id, merchant_id, member_id, business_day, currency, taps, amount, by_points, latest"
                    + " FROM transactions.fare_day WHERE ";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    TripRows() {}

    /** Takes up to so many new fares; says how many days grew. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int gather(int most) {
        return query(GATHER, most).executeUpdate();
    }

    /** Trips that wait for points, the oldest first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Due> due(int most) {
        return rows(
                        "SELECT tap_id, merchant_id, store_id, member_id, account_id, amount, currency, business_day, at"
                                + " FROM transactions.trip_due ORDER BY at, tap_id LIMIT ?1",
                        most)
                .stream()
                .map(TripRows::due)
                .toList();
    }

    /** A trip has been looked at: points have paid a part, or cannot. A wish for one trip is over with the first they paid. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void done(Due due) {
        int ended = query("DELETE FROM transactions.trip_due WHERE tap_id = ?1", due.tapId())
                .executeUpdate();
        if (ended == 1) {
            query(PAID, due.tapId(), due.businessDay()).executeUpdate();
            query(FULFILLED, due.tapId(), due.at()).executeUpdate();
        }
    }

    /** Merchants that have days which have not earned yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> merchants() {
        return query("SELECT DISTINCT merchant_id FROM transactions.fare_day WHERE NOT closed").getResultList().stream()
                .map(UUID.class::cast)
                .toList();
    }

    /** Closes days before this one, up to so many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int close(UUID merchantId, LocalDate today, int most) {
        return query(CLOSE, merchantId, today, most).executeUpdate();
    }

    /** Closed days that have not earned yet. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<FareDay> closed(int most) {
        return days("closed ORDER BY id LIMIT ?1", most);
    }

    /** A day has earned what it could. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void earned(FareDay day) {
        query("DELETE FROM transactions.fare_day WHERE id = ?1 AND closed", day.id())
                .executeUpdate();
    }

    /** A member's days that have not earned yet, newest first. Joins the caller's transaction, as all that follow. */
    @Transactional
    public List<FareDay> waiting(UUID merchantId, UUID memberId) {
        return days("merchant_id = ?1 AND member_id = ?2 ORDER BY business_day DESC", merchantId, memberId);
    }

    /** What a member wants. */
    @Transactional
    public Optional<Wish> wish(UUID merchantId, UUID memberId) {
        return rows(
                        "SELECT id, every, since FROM transactions.trip_wish WHERE merchant_id = ?1 AND member_id = ?2",
                        merchantId,
                        memberId)
                .stream()
                .map(row -> new Wish((UUID) row[0], (Boolean) row[1] ? Use.EVERY : Use.NEXT, moment(row[2])))
                .findFirst();
    }

    /** Sets what a member wants; what was wanted before already keeps its moment. */
    @Transactional
    public void wish(UUID merchantId, UUID memberId, Wish wish) {
        query(
                        "INSERT INTO transactions.trip_wish AS w (id, merchant_id, member_id, every, since)"
                                + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (merchant_id, member_id)"
                                + " DO UPDATE SET id = excluded.id, every = excluded.every, since = excluded.since"
                                + " WHERE w.every <> excluded.every",
                        wish.id(),
                        merchantId,
                        memberId,
                        wish.use() == Use.EVERY,
                        wish.since())
                .executeUpdate();
    }

    /** A member wants nothing any more. */
    @Transactional
    public void forget(UUID merchantId, UUID memberId) {
        query("DELETE FROM transactions.trip_wish WHERE merchant_id = ?1 AND member_id = ?2", merchantId, memberId)
                .executeUpdate();
    }

    /** A member's last trips that points paid a part of. */
    @Transactional
    public List<Discount> discounts(UUID merchantId, UUID memberId, int most) {
        return rows(
                        "SELECT tap_id, at, fare, currency, points, minor FROM transactions.trip_discount"
                                + " WHERE merchant_id = ?1 AND member_id = ?2 ORDER BY at DESC LIMIT ?3",
                        merchantId,
                        memberId,
                        most)
                .stream()
                .map(row -> new Discount(
                        (UUID) row[0],
                        moment(row[1]),
                        Money.of(number(row[2]), (String) row[3]),
                        number(row[4]),
                        Money.of(number(row[5]), (String) row[3])))
                .toList();
    }

    /** A trip that points paid a part of, as the ledger's writer inserts it. */
    static Row discount(Due due, UUID programme, UUID journal, PointsPart part) {
        Object[] values = {
            due.tapId(),
            due.merchantId(),
            due.memberId(),
            programme,
            journal,
            due.fare().minor(),
            due.fare().currency(),
            part.points(),
            part.minor(),
            due.at()
        };
        return new Row(DISCOUNT, values);
    }

    private List<FareDay> days(String condition, Object... values) {
        return rows(DAYS + condition, values).stream()
                .map(row -> new FareDay(
                        (UUID) row[0],
                        (UUID) row[1],
                        (UUID) row[2],
                        day(row[3]),
                        (int) number(row[5]),
                        Money.of(number(row[6]), (String) row[4]),
                        Money.of(number(row[7]), (String) row[4]),
                        moment(row[8])))
                .toList();
    }

    private static Due due(Object[] row) {
        return new Due(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                (UUID) row[3],
                new AccountId(number(row[4])),
                Money.of(number(row[5]), (String) row[6]),
                day(row[7]),
                moment(row[8]));
    }

    @SuppressWarnings("unchecked") // the provider's own type of a row
    private List<Object[]> rows(String sql, Object... values) {
        return query(sql, values).getResultList();
    }

    private Query query(String sql, Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(
                    i + 1, values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return query;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private static Instant moment(Object value) {
        return value instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) value;
    }
}
