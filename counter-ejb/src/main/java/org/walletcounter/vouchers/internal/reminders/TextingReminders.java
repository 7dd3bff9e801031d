package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.TextReminders;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;

/**
 * Hands reminders over as text messages, by day and as long as they help: what was seen, taken, used, paused or has none
 * left meanwhile is let go. Who wants text messages is the members' to know. Joins a transaction.
 */
@Dependent
public class TextingReminders {

    private static final int AT_ONCE = 500;

    private static final String DUE =
            "UPDATE vouchers.reminder r SET text_at = NULL FROM (SELECT id FROM vouchers.reminder"
                    + " WHERE text_at <= ? ORDER BY text_at LIMIT " + AT_ONCE
                    + " FOR UPDATE SKIP LOCKED) due, vouchers.campaign c"
                    + " WHERE r.id = due.id AND c.id = r.campaign_id"
                    + " RETURNING r.*, c.name_en, c.name_zh, r.until > ? AND CASE WHEN r.voucher_id IS NULL THEN c.state = 'LIVE'"
                    + " AND (c.per_person IS NULL OR c.per_person > (SELECT count(*) FROM vouchers.voucher v"
                    + " WHERE v.campaign_id = c.id AND v.member_id = r.member_id AND v.came <> 'GIFT'))"
                    + " ELSE c.state <> 'PAUSED' AND EXISTS (SELECT 1 FROM vouchers.voucher v WHERE v.id = r.voucher_id"
                    + " AND v.state = 'IN_HAND') END AS helps";

    private final Campaigns campaigns;
    private final FewLeft fewLeft;
    private final ReminderBook book;
    private final TextReminders texts;

    @Inject
    public TextingReminders(Campaigns campaigns, FewLeft fewLeft, ReminderBook book, TextReminders texts) {
        this.campaigns = campaigns;
        this.fewLeft = fewLeft;
        this.book = book;
        this.texts = texts;
    }

    private record Due(UUID id, UUID merchantId, ReminderBook.News news, boolean helps) {

        static Due read(ResultSet row) throws SQLException {
            UUID merchant = Database.id(row, "merchant_id");
            ReminderBook.About about = new ReminderBook.About(
                    merchant, Database.id(row, "campaign_id"), row.getString("name_en"), row.getString("name_zh"));
            return new Due(
                    Database.id(row, "id"),
                    merchant,
                    new ReminderBook.News(
                            Kind.valueOf(row.getString("kind")),
                            Database.id(row, "member_id"),
                            about,
                            Database.optionalId(row, "voucher_id"),
                            Database.requiredMoment(row, "until")),
                    row.getBoolean("helps"));
        }
    }

    /** Looks at some whose time has come; says how many. */
    public int send() {
        Instant now = book.clock().instant();
        List<Due> due = book.database().list(DUE, Due::read, now, now);
        Map<UUID, Boolean> gone = new HashMap<>();
        Map<UUID, List<Due>> helping = due.stream()
                .filter(Due::helps)
                .filter(each -> each.news().voucherId() != null
                        || !gone.computeIfAbsent(each.news().about().campaignId(), this::gone))
                .collect(Collectors.groupingBy(Due::merchantId));
        helping.forEach((merchant, some) -> send(book.merchants().merchant(merchant), some, now));
        return due.size();
    }

    private boolean gone(UUID campaignId) {
        Campaign campaign = campaigns.now(campaignId);
        Long left = fewLeft.left(campaign);
        return left != null && left < 1;
    }

    private void send(MerchantView merchant, List<Due> some, Instant now) {
        ZoneId zone = merchant.zone();
        Instant awake = QuietHours.after(now, zone);
        if (awake.isAfter(now)) {
            // A long queue has run into the night.
            List<UUID> ids = some.stream().map(Due::id).toList();
            book.database().change("UPDATE vouchers.reminder SET text_at = ? WHERE id = ANY (?)", awake, ids);
            return;
        }
        Instant night = QuietHours.next(now, zone);
        List<TextReminders.Text> all = new ArrayList<>();
        for (Due each : some) {
            Instant until = each.news().until();
            all.add(new TextReminders.Text(
                    each.id(),
                    each.news().memberId(),
                    ReminderWords.of(each.news(), merchant, "en"),
                    ReminderWords.of(each.news(), merchant, "zh"),
                    until.isBefore(night) ? until : night));
        }
        texts.send(Actor.system(merchant.id()), all);
    }
}
