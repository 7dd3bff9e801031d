package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.walletcounter.vouchers.Reminder.Kind;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.GivingRules;

/**
 * Reminds those who follow a campaign: once that it has opened, once that few are left, once that it ends. What is due at
 * the same moment is said once, as the first of these. Joins a transaction; nodes do not get in each other's way.
 */
@Dependent
public class RemindingFollowers {

    private static final int AT_ONCE = 500;

    /** Whoever takes one is looked for so far back, in case the clockwork stood still for a while. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(30);

    private static final String FOLLOWED = Campaigns.COLUMNS + "WHERE c.state = 'LIVE' AND c.open_from <= ?"
            + " AND least(c.open_until, c.valid_until) > ? AND EXISTS (SELECT 1 FROM vouchers.follow f"
            + " WHERE f.campaign_id = c.id) ORDER BY c.id";

    private static final String HAD = "(SELECT count(*) FROM vouchers.voucher v WHERE v.campaign_id = d.campaign_id"
            + " AND v.member_id = d.member_id AND v.came <> 'GIFT')";

    /** Who has had enough lately follows no more. */
    private static final String SERVED =
            "DELETE FROM vouchers.follow f USING (SELECT d.member_id FROM vouchers.follow d"
                    + " WHERE d.campaign_id = ? AND d.member_id IN (SELECT t.member_id FROM vouchers.voucher t"
                    + " WHERE t.campaign_id = ? AND t.issued_at > ?) AND " + HAD
                    + " >= ? FOR UPDATE OF d SKIP LOCKED) served"
                    + " WHERE f.campaign_id = ? AND f.member_id = served.member_id";

    private static final String TELL = "UPDATE vouchers.follow f SET opened = true, few_left = f.few_left OR ?,"
            + " ending = f.ending OR f.ending_at <= ? FROM (SELECT d.member_id, CASE WHEN NOT d.opened THEN 'OPENED'"
            + " WHEN ? AND NOT d.few_left THEN 'FEW_LEFT' ELSE 'ENDING' END AS kind FROM vouchers.follow d"
            + " WHERE d.campaign_id = ? AND (NOT d.opened OR (? AND NOT d.few_left) OR (NOT d.ending AND d.ending_at <= ?))"
            + " AND (?::int IS NULL OR " + HAD
            + " < ?::int) ORDER BY d.member_id LIMIT ? FOR UPDATE OF d SKIP LOCKED) due"
            + " WHERE f.campaign_id = ? AND f.member_id = due.member_id RETURNING f.member_id, due.kind";

    private static final String ALL_SAID = "DELETE FROM vouchers.follow WHERE campaign_id = ? AND member_id = ANY (?)"
            + " AND opened AND few_left AND ending";

    private static final String OVER = "DELETE FROM vouchers.follow f USING (SELECT d.campaign_id, d.member_id"
            + " FROM vouchers.follow d JOIN vouchers.campaign c ON c.id = d.campaign_id WHERE c.state = 'ENDED'"
            + " OR least(c.open_until, c.valid_until) <= ? LIMIT 1000 FOR UPDATE OF d SKIP LOCKED) over_now"
            + " WHERE f.campaign_id = over_now.campaign_id AND f.member_id = over_now.member_id";

    private final Campaigns campaigns;
    private final FewLeft fewLeft;
    private final ReminderBook book;

    @Inject
    public RemindingFollowers(Campaigns campaigns, FewLeft fewLeft, ReminderBook book) {
        this.campaigns = campaigns;
        this.fewLeft = fewLeft;
        this.book = book;
    }

    /** Reminds some; says how many. */
    public int remind() {
        Instant now = book.clock().instant();
        int told = 0;
        for (Campaign campaign : book.database().list(FOLLOWED, campaigns::read, now, now)) {
            letGoWhoHasHadEnough(campaign, now);
            Long left = fewLeft.left(campaign);
            if (told < AT_ONCE && (left == null || left > 0)) {
                told += tell(campaign, new State(now, fewLeft.few(campaign, left)), AT_ONCE - told);
            }
        }
        return told;
    }

    /** Ends the following of some whose campaign is over; says how many. */
    public int sweep() {
        return book.database().change(OVER, book.clock().instant());
    }

    private void letGoWhoHasHadEnough(Campaign campaign, Instant now) {
        Integer most = campaign.form().quantity().perPerson();
        if (most != null) {
            UUID id = campaign.id();
            book.database().change(SERVED, id, id, now.minus(LOOKED_BACK), most, id);
        }
    }

    private record State(Instant now, boolean few) {}

    private record Told(UUID memberId, Kind kind) {}

    private int tell(Campaign campaign, State state, int most) {
        Integer perPerson = campaign.form().quantity().perPerson();
        List<Told> told = book.database()
                .list(
                        TELL,
                        row -> new Told(Database.id(row, "member_id"), Kind.valueOf(row.getString("kind"))),
                        state.few(),
                        state.now(),
                        state.few(),
                        campaign.id(),
                        state.few(),
                        state.now(),
                        perPerson,
                        perPerson,
                        most,
                        campaign.id());
        if (!told.isEmpty()) {
            ReminderBook.About about = new ReminderBook.About(
                    campaign.merchantId(),
                    campaign.id(),
                    campaign.form().texts().nameEn(),
                    campaign.form().texts().nameZh());
            Instant end = GivingRules.end(campaign);
            told.forEach(each -> book.write(new ReminderBook.News(each.kind(), each.memberId(), about, null, end)));
            book.database()
                    .change(
                            ALL_SAID,
                            campaign.id(),
                            told.stream().map(Told::memberId).toList());
        }
        return told.size();
    }
}
