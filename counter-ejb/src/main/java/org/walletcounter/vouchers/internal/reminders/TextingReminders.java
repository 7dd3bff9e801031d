package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
 * Hands reminders over as text messages, by day and as long as they help: what was seen, taken, used or has none left
 * meanwhile is let go. Of a campaign that is paused, what can be taken is let go, and what is in hand waits. Several vouchers
 * of a campaign that end at the same moment are one text. Who wants text messages is the members' to know. Joins a
 * transaction.
 */
@Dependent
public class TextingReminders {

    /** What waits for a campaign to go on is looked at again so much later. */
    private static final Duration PAUSE = Duration.ofHours(1);

    /** The same was said to the same member just before, of another voucher, and helps still: it is in hand, and not seen. */
    private static final String SAID = "EXISTS (SELECT 1 FROM vouchers.reminder t JOIN vouchers.voucher v"
            + " ON v.id = t.voucher_id WHERE t.member_id = r.member_id AND t.campaign_id = r.campaign_id"
            + " AND t.until = r.until AND t.id < r.id AND t.at > r.at - interval '1 hour'"
            + " AND t.seen_at IS NULL AND v.state = 'IN_HAND')";

    /** What is locked is gathered in an array, once: joined to it, the planner may have it locked again for every row. */
    private static final String DUE = "UPDATE vouchers.reminder r SET text_at = CASE WHEN r.voucher_id IS NOT NULL"
            + " AND c.state = 'PAUSED' AND r.until > ?::timestamptz THEN ?::timestamptz END FROM vouchers.campaign c"
            + " WHERE c.id = r.campaign_id AND r.id = ANY (ARRAY(SELECT id FROM vouchers.reminder"
            + " WHERE text_at <= ? ORDER BY text_at LIMIT 500 FOR UPDATE SKIP LOCKED))"
            + " RETURNING r.*, c.name_en, c.name_zh, r.until > ? AND CASE"
            + " WHEN r.voucher_id IS NULL THEN c.state = 'LIVE' AND (c.per_person IS NULL"
            + " OR c.per_person > (SELECT count(*) FROM vouchers.voucher v WHERE v.campaign_id = c.id"
            + " AND v.member_id = r.member_id AND v.came <> 'GIFT'))"
            + " ELSE c.state <> 'PAUSED' AND EXISTS (SELECT 1 FROM vouchers.voucher v WHERE v.id = r.voucher_id"
            + " AND v.state = 'IN_HAND') AND NOT " + SAID + " END AS helps";

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
        Instant later = now.plus(PAUSE);
        List<Due> due = book.database().list(DUE, Due::read, later, later, now, now);
        due.stream()
                .collect(Collectors.groupingBy(Due::merchantId))
                .forEach((merchant, some) -> send(book.merchants().merchant(merchant), some, now));
        return due.size();
    }

    private List<Due> helping(List<Due> some) {
        Map<UUID, Boolean> gone = new HashMap<>();
        return some.stream()
                .filter(Due::helps)
                .filter(each -> each.news().voucherId() != null
                        || !gone.computeIfAbsent(each.news().about().campaignId(), this::gone))
                .toList();
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
            // A long queue has run into the night. What another one silences waits as well: that one has not been sent
            // yet.
            List<UUID> ids = some.stream().map(Due::id).toList();
            book.database().change("UPDATE vouchers.reminder SET text_at = ? WHERE id = ANY (?)", awake, ids);
            return;
        }
        Instant night = QuietHours.next(now, zone);
        List<TextReminders.Text> all = new ArrayList<>();
        for (Due each : helping(some)) {
            Instant until = each.news().until();
            all.add(new TextReminders.Text(
                    each.id(),
                    each.news().memberId(),
                    ReminderWords.of(each.news(), merchant, "en"),
                    ReminderWords.of(each.news(), merchant, "zh"),
                    until.isBefore(night) ? until : night));
        }
        if (!all.isEmpty()) {
            texts.send(Actor.system(merchant.id()), all);
        }
    }
}
