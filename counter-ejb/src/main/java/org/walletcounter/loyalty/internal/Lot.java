package org.walletcounter.loyalty.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points earned at once, as they stand. The first to lapse is the first to be spent. */
record Lot(
        UUID id,
        UUID journalId,
        String source,
        long earned,
        long left,
        long owed,
        long clawed,
        boolean pending,
        Instant maturesAt,
        @Nullable Instant expiresAt,
        @Nullable String reference,
        String trace) {

    /** The order in which lots are spent: the first to lapse, then the oldest. */
    static final Comparator<Lot> FIRST_TO_LAPSE = Comparator.comparing(
                    Lot::expiresAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Lot::id);

    static Lot read(ResultSet row) throws SQLException {
        return new Lot(
                Db.id(row, "id"),
                Db.id(row, "journal_id"),
                row.getString("source"),
                row.getLong("earned"),
                row.getLong("left_over"),
                row.getLong("owed"),
                row.getLong("clawed"),
                row.getBoolean("pending"),
                Db.moment(row, "matures_at"),
                Db.momentOrNull(row, "expires_at"),
                row.getString("reference"),
                row.getString("trace"));
    }

    boolean lapsedAt(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    Lot without(long points) {
        return new Lot(
                id,
                journalId,
                source,
                earned,
                left - points,
                owed,
                clawed,
                pending,
                maturesAt,
                expiresAt,
                reference,
                trace);
    }
}
