package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.internal.book.Database;

/** Reminds holders of vouchers that expire soon, once each. Joins a transaction. */
@Dependent
public class Reminding {

    /**
     * What another node has in hand is passed over: of two that wait for one row, the second would say it again. Ten years
     * before is the earliest: a number of days that leads out of the calendar would end the reminders of all.
     */
    private static final String DUE =
            "UPDATE vouchers.voucher v SET reminded_at = ? FROM (SELECT d.id FROM vouchers.voucher d"
                    + " JOIN vouchers.campaign k ON k.id = d.campaign_id WHERE d.state = 'IN_HAND' AND d.member_id IS NOT NULL"
                    + " AND d.reminded_at IS NULL AND k.remind_days > 0 AND d.valid_until > ?"
                    + " AND d.valid_until <= ?::timestamptz + least(k.remind_days, 3660) * interval '1 day'"
                    + " ORDER BY d.valid_until LIMIT 500 FOR UPDATE OF d SKIP LOCKED) due, vouchers.campaign c"
                    + " WHERE v.id = due.id AND c.id = v.campaign_id"
                    + " RETURNING v.*, c.merchant_id, c.name_en, c.name_zh";

    private final ReminderBook book;

    @Inject
    public Reminding(ReminderBook book) {
        this.book = book;
    }

    /** Reminds some; says how many. */
    public int remind() {
        Instant now = book.clock().instant();
        List<ReminderBook.News> due = book.database()
                .list(
                        DUE,
                        row -> new ReminderBook.News(
                                Kind.EXPIRING,
                                Database.id(row, "member_id"),
                                new ReminderBook.About(
                                        Database.id(row, "merchant_id"),
                                        Database.id(row, "campaign_id"),
                                        row.getString("name_en"),
                                        row.getString("name_zh")),
                                Database.id(row, "id"),
                                Database.requiredMoment(row, "valid_until")),
                        now,
                        now,
                        now);
        due.forEach(book::write);
        return due.size();
    }
}
