package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.internal.book.Database;

/** Reminds holders of vouchers that expire soon, once each. Joins a transaction. */
@Dependent
public class Reminding {

    /**
     * Asked campaign by campaign, so that only what is due is read. What another node has in hand is passed over: of two that
     * wait for one row, the second would say it again. Ten years before is the earliest: a number of days that leads out of
     * the calendar would end the reminders of all. What is paused is not said: it could not be used just now. The end of a
     * voucher is asked for as the index {@code voucher_to_remind} has it, so that the index of all ends, which holds those who
     * were reminded as well, is never taken for as good.
     */
    private static final String DUE = "SELECT d.id, d.member_id, d.valid_until, k.id AS campaign_id, k.merchant_id,"
            + " k.name_en, k.name_zh FROM vouchers.campaign k CROSS JOIN LATERAL (SELECT v.id, v.member_id, v.valid_until"
            + " FROM vouchers.voucher v WHERE v.campaign_id = k.id AND v.state = 'IN_HAND' AND v.member_id IS NOT NULL"
            + " AND v.reminded_at IS NULL AND v.valid_until AT TIME ZONE 'UTC' > ?::timestamptz AT TIME ZONE 'UTC'"
            + " AND v.valid_until AT TIME ZONE 'UTC'"
            + " <= (?::timestamptz + least(k.remind_days, 3660) * interval '1 day') AT TIME ZONE 'UTC'"
            + " ORDER BY v.valid_until AT TIME ZONE 'UTC' LIMIT 500 FOR UPDATE SKIP LOCKED) d"
            + " WHERE k.remind_days > 0 AND k.state <> 'PAUSED' LIMIT 500";

    private static final String REMINDED = "UPDATE vouchers.voucher SET reminded_at = ? WHERE id = ANY (?)";

    private final ReminderBook book;

    @Inject
    public Reminding(ReminderBook book) {
        this.book = book;
    }

    /** Reminds some; says how many. */
    public int remind() {
        Instant now = book.clock().instant();
        List<ReminderBook.News> due = book.database().list(DUE, Reminding::read, now, now);
        if (!due.isEmpty()) {
            List<@Nullable UUID> vouchers = new ArrayList<>();
            due.forEach(each -> vouchers.add(each.voucherId()));
            book.database().change(REMINDED, now, vouchers);
            due.forEach(book::write);
        }
        return due.size();
    }

    private static ReminderBook.News read(ResultSet row) throws SQLException {
        return new ReminderBook.News(
                Kind.EXPIRING,
                Database.id(row, "member_id"),
                new ReminderBook.About(
                        Database.id(row, "merchant_id"),
                        Database.id(row, "campaign_id"),
                        row.getString("name_en"),
                        row.getString("name_zh")),
                Database.id(row, "id"),
                Database.requiredMoment(row, "valid_until"));
    }
}
