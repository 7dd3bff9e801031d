package org.walletcounter.loyalty.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tier a member is in, as far as points need to know. */
final class Tiering {

    private Tiering() {}

    /** A tier and how many percent of the points its members get. */
    record Place(String code, int percent) {}

    static @Nullable Place of(Db db, UUID memberId) {
        return db.first(
                        row -> new Place(row.getString(1), row.getInt(2)),
                        "SELECT t.code, t.points_percent FROM loyalty.member_tier m"
                                + " JOIN loyalty.tier t ON t.id = m.tier_id WHERE m.member_id = ?",
                        memberId)
                .orElse(null);
    }
}
