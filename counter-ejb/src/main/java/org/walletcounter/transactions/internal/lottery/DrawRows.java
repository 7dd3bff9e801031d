package org.walletcounter.transactions.internal.lottery;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Prize.Gives;
import org.walletcounter.promotions.Terms;
import org.walletcounter.transactions.PrizeDraw;

/** The table of draws. Joins the caller's transaction. */
@Dependent
class DrawRows {

    private static final String ALL =
            "SELECT id, member_id, campaign_id, campaign_en, campaign_zh, drawn_at, state, code,"
                    + " why, done_at, done_name, version, serial, drawn_for, hash, value, weights, meant, left_before, prize,"
                    + " prize_en, prize_zh, gives, points, worth, currency FROM transactions.draw WHERE ";

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    DrawRows() {}

    /** Draws that fulfil a condition with parameters ?1, ?2, …. */
    List<PrizeDraw> list(String condition, @Nullable Object... values) {
        return rows(ALL + condition, values).stream().map(DrawRows::read).toList();
    }

    Optional<PrizeDraw> first(String condition, @Nullable Object... values) {
        return list(condition, values).stream().findFirst();
    }

    /** Rows of any statement. */
    @SuppressWarnings("unchecked") // the provider's own type of a row
    List<Object[]> rows(String sql, @Nullable Object... values) {
        return query(sql, values).getResultList();
    }

    int change(String sql, @Nullable Object... values) {
        return query(sql, values).executeUpdate();
    }

    private Query query(String sql, @Nullable Object... values) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            query.setParameter(i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return query;
    }

    private static PrizeDraw read(Object[] row) {
        return new PrizeDraw(
                (UUID) row[0],
                (UUID) row[1],
                (UUID) row[2],
                new Terms.Names((String) row[3], (String) row[4]),
                moment(row[5]),
                PrizeDraw.State.valueOf((String) row[6]),
                prize(row),
                (String) row[7],
                (String) row[8],
                row[9] == null ? null : moment(row[9]),
                (String) row[10],
                new PrizeDraw.Proof(
                        ((Number) row[11]).intValue(),
                        number(row[12]),
                        (String) row[13],
                        (String) row[14],
                        number(row[15]),
                        number(row[16]),
                        (String) row[17],
                        row[18] == null ? null : number(row[18])));
    }

    private static PrizeDraw.@Nullable Prize prize(Object[] row) {
        return row[19] == null
                ? null
                : new PrizeDraw.Prize(
                        (String) row[19],
                        new Terms.Names((String) row[20], (String) row[21]),
                        Gives.valueOf((String) row[22]),
                        row[23] == null ? null : ((Number) row[23]).intValue(),
                        number(row[24]),
                        row[25].toString().strip());
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    static Instant moment(Object value) {
        return value instanceof OffsetDateTime moment ? moment.toInstant() : (Instant) value;
    }
}
