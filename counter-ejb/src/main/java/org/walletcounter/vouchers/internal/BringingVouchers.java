package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.VoucherView.Came;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;
import org.walletcounter.vouchers.internal.book.GivingRules;

/**
 * Something happens to a member, and vouchers come of it: each campaign's once per occasion, however often it is told. When
 * none are left, in all or on that day, it has brought none. Joins a transaction.
 */
@Dependent
class BringingVouchers {

    private static final String ONCE =
            "INSERT INTO vouchers.event_done (campaign_id, member_id, occasion) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    /** What a purchase has brought goes when the goods go back. */
    private static final String NOTE_BROUGHT =
            "UPDATE vouchers.event_done SET voucher_id = ? WHERE campaign_id = ? AND member_id = ? AND occasion = ?";

    /**
     * Each member once, in the order of the key, so that two who write wait for each other but never in a circle. To the
     * hour: who has bought within the hour before is noted already, and the row is not touched.
     */
    private static final String BOUGHT = "INSERT INTO vouchers.last_purchase (merchant_id, member_id, at)"
            + " SELECT merchant_id, member_id, max(at) FROM unnest(?::uuid[], ?::uuid[], ?::text[]::timestamptz[])"
            + " AS t (merchant_id, member_id, at) WHERE NOT EXISTS (SELECT 1 FROM vouchers.last_purchase l"
            + " WHERE l.merchant_id = t.merchant_id AND l.member_id = t.member_id AND l.at > t.at - interval '1 hour')"
            + " GROUP BY 1, 2 ORDER BY 1, 2 ON CONFLICT (merchant_id, member_id) DO UPDATE SET at = greatest(last_purchase.at, excluded.at)";

    private final Campaigns campaigns;
    private final Granting granting;
    private final Database database;
    private final Clock clock;

    @Inject
    BringingVouchers(Campaigns campaigns, Granting granting, Database database, Clock clock) {
        this.campaigns = campaigns;
        this.granting = granting;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param occasion its name, as in a year or a payment's id
     * @param amount what was paid, for a purchase
     */
    record Happening(UUID merchantId, UUID memberId, Event event, String occasion, long amount, Instant at) {

        /** Birthdays come every year, and so do their vouchers: what a person may have counts for each of them anew. */
        Granting.Manner manner() {
            return new Granting.Manner(Came.EVENT, event == Event.BIRTHDAY ? occasion : null);
        }
    }

    /** The occasion that a purchase is. */
    static String purchase(UUID payment) {
        return "payment " + payment;
    }

    /** Whether any campaign waits for such an event. */
    boolean awaited(UUID merchantId, Event event) {
        return !campaigns.broughtBy(merchantId, event).isEmpty();
    }

    /** Notes many purchases with one statement and brings the vouchers that come of them, where a campaign waits for any. */
    void bringOfPurchases(List<Happening> purchases) {
        note(purchases);
        Map<UUID, Boolean> awaited = new HashMap<>();
        for (Happening purchase : purchases) {
            if (awaited.computeIfAbsent(purchase.merchantId(), merchant -> awaited(merchant, Event.PURCHASE))) {
                bringWhatCampaignsGive(purchase);
            }
        }
    }

    /** Brings the vouchers that come of it; says how many. */
    int bring(Happening happening) {
        if (happening.event() == Event.PURCHASE) {
            note(List.of(happening));
        }
        return bringWhatCampaignsGive(happening);
    }

    private void note(List<Happening> purchases) {
        if (!purchases.isEmpty()) {
            database.change(
                    BOUGHT,
                    purchases.stream().map(Happening::merchantId).toList(),
                    purchases.stream().map(Happening::memberId).toList(),
                    purchases.stream().map(purchase -> purchase.at().toString()).toList());
        }
    }

    private int bringWhatCampaignsGive(Happening happening) {
        int brought = 0;
        Instant now = clock.instant();
        for (Campaign campaign : campaigns.broughtBy(happening.merchantId(), happening.event())) {
            boolean enough = campaign.form().giving().eventAmount() == null
                    || happening.amount()
                            >= campaign.form().giving().eventAmount().minor();
            boolean open = open(campaign, happening.at()) && open(campaign, now);
            if (enough && open && first(campaign, happening)) {
                brought += grant(campaign, happening);
            }
        }
        return brought;
    }

    private int grant(Campaign campaign, Happening happening) {
        List<UUID> vouchers = granting.grant(
                        Actor.system(happening.merchantId()),
                        campaign,
                        List.of(happening.memberId()),
                        happening.manner())
                .vouchers();
        if (happening.event() == Event.PURCHASE) {
            vouchers.forEach(voucher ->
                    database.change(NOTE_BROUGHT, voucher, campaign.id(), happening.memberId(), happening.occasion()));
        }
        return vouchers.size();
    }

    private boolean first(Campaign campaign, Happening happening) {
        return database.change(ONCE, campaign.id(), happening.memberId(), happening.occasion()) == 1;
    }

    /** Whether it gives out at a moment; asked of when it happened, and of now, which may be after the end. */
    private static boolean open(Campaign campaign, Instant at) {
        return !at.isBefore(campaign.form().giving().from()) && at.isBefore(GivingRules.end(campaign));
    }
}
