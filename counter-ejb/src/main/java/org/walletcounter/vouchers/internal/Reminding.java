package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.walletcounter.kernel.Outbox;
import org.walletcounter.vouchers.internal.book.Database;

/** Says of vouchers that expire soon, once each, so that notices can tell their holders. Joins a transaction. */
@Dependent
class Reminding {

    static final String TOPIC = "voucher.expiring";

    private static final String DUE =
            "UPDATE vouchers.voucher v SET reminded_at = ? FROM (SELECT d.id FROM vouchers.voucher d"
                    + " JOIN vouchers.campaign k ON k.id = d.campaign_id WHERE d.state = 'IN_HAND' AND d.member_id IS NOT NULL"
                    + " AND d.reminded_at IS NULL AND k.remind_days > 0 AND d.valid_until > ?"
                    + " AND d.valid_until <= ?::timestamptz + k.remind_days * interval '1 day' ORDER BY d.valid_until LIMIT 500) due,"
                    + " vouchers.campaign c WHERE v.id = due.id AND c.id = v.campaign_id"
                    + " RETURNING v.*, c.merchant_id, c.name_en, c.name_zh";

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    Reminding(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Says of some; says how many. */
    int remind() {
        Instant now = clock.instant();
        List<Boolean> told = database.list(
                DUE,
                row -> {
                    String json = Json.createObjectBuilder()
                            .add("merchantId", Database.id(row, "merchant_id").toString())
                            .add("memberId", Database.id(row, "member_id").toString())
                            .add("voucherId", Database.id(row, "id").toString())
                            .add("nameEn", row.getString("name_en"))
                            .add("nameZh", row.getString("name_zh"))
                            .add(
                                    "validUntil",
                                    Database.requiredMoment(row, "valid_until").toString())
                            .build()
                            .toString();
                    outbox.put(TOPIC, Database.id(row, "member_id"), json);
                    return true;
                },
                now,
                now,
                now);
        return told.size();
    }
}
