package org.walletcounter.vouchers.internal.reminders;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.People;

/** Begins and ends the following of campaigns. Joins a transaction. */
@Dependent
public class Following {

    /** So many campaigns one member may follow at once. */
    static final int MOST = 100;

    private static final Duration NEAR = Duration.ofDays(1);

    /** Two requests of one member at once queue, so that both count what the other has added. */
    private static final String QUEUE =
            "SELECT pg_advisory_xact_lock(hashtextextended('vouchers.follow/' || ?::text, 0))";

    private static final String OTHERS =
            "SELECT count(*) FROM vouchers.follow WHERE member_id = ? AND campaign_id <> ?";

    private static final String FOLLOW = "INSERT INTO vouchers.follow (campaign_id, member_id, since, opened, few_left,"
            + " ending_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final Campaigns campaigns;
    private final People people;
    private final FewLeft fewLeft;
    private final Clock clock;

    @Inject
    public Following(Campaigns campaigns, People people, FewLeft fewLeft, Clock clock) {
        this.campaigns = campaigns;
        this.people = people;
        this.fewLeft = fewLeft;
        this.clock = clock;
    }

    void follow(Actor actor, UUID member, UUID campaignId) {
        Campaign campaign = seen(actor, campaignId);
        Instant now = clock.instant();
        GivingRules.requireToBeGivenOut(campaign, now);
        GivingRules.nextFor(campaign, member, people.had(campaign, member));
        campaigns.database().list(QUEUE, row -> true, member.toString());
        if (campaigns.database().number(OTHERS, member, campaignId) >= MOST) {
            throw new CounterException(VoucherError.TOO_MANY_FOLLOWED, MOST);
        }
        Long left = fewLeft.left(campaign);
        boolean there = left == null || left > 0;
        boolean opened = there && !now.isBefore(campaign.form().giving().from());
        boolean few = left == null || opened && fewLeft.few(campaign, left);
        campaigns.database().change(FOLLOW, campaignId, member, now, opened, few, endingAt(campaign, now));
    }

    void unfollow(Actor actor, UUID member, UUID campaignId) {
        seen(actor, campaignId);
        campaigns
                .database()
                .change("DELETE FROM vouchers.follow WHERE campaign_id = ? AND member_id = ?", campaignId, member);
        campaigns
                .database()
                .change(
                        "UPDATE vouchers.reminder SET text_at = NULL WHERE member_id = ? AND campaign_id = ?"
                                + " AND voucher_id IS NULL AND text_at IS NOT NULL",
                        member,
                        campaignId);
    }

    /** What a member follows. */
    public Set<UUID> followed(UUID member) {
        return new HashSet<>(campaigns
                .database()
                .list(
                        "SELECT campaign_id FROM vouchers.follow WHERE member_id = ?",
                        row -> Database.id(row, "campaign_id"),
                        member));
    }

    /** Forgets what somebody who has left followed and was reminded of. */
    public void forget(UUID member) {
        campaigns.database().change("DELETE FROM vouchers.follow WHERE member_id = ?", member);
        campaigns.database().change("DELETE FROM vouchers.reminder WHERE member_id = ?", member);
    }

    /** Drafts, other houses' campaigns and what comes another way are nothing that a member may know of. */
    private Campaign seen(Actor actor, UUID id) {
        return campaigns
                .find(id)
                .filter(campaign -> campaign.merchantId().equals(actor.merchantId()))
                .filter(campaign -> campaign.state() != CampaignView.State.DRAFT)
                .filter(campaign -> campaign.form().giving().way() == Way.TAKE)
                .orElseThrow(() -> new CounterException(VoucherError.NO_SUCH_CAMPAIGN));
    }

    /**
     * A day before the end, or half-way to it where that is later: who begins to follow in the last hours is not told at once
     * what they have just read, and a campaign of an afternoon does not end in the minute in which it opens.
     */
    private static Instant endingAt(Campaign campaign, Instant now) {
        Instant end = GivingRules.end(campaign);
        Instant from = campaign.form().giving().from();
        Instant begin = from.isAfter(now) ? from : now;
        Instant halfWay = begin.plus(Duration.between(begin, end).dividedBy(2));
        Instant near = end.minus(NEAR);
        return near.isAfter(halfWay) ? near : halfWay;
    }
}
