package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.Granted;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView.Came;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.Database;

/**
 * Wins back those who have not bought for long, each campaign in a transaction of its own. Members are noted as won back by
 * the statement that finds them: of two nodes that look at the same moment, the second waits for the first and finds those
 * whom it left. No more are found than there are vouchers left in all and today; the others are found at a later look,
 * tomorrow's if need be.
 */
@ApplicationScoped
class WinningBack {

    private static final int AT_ONCE = 500;

    private static final String LAPSING = Campaigns.COLUMNS + "WHERE c.state = 'LIVE' AND c.event = 'LAPSED'"
            + " AND c.open_from <= ? AND least(c.open_until, c.valid_until) > ?";

    /**
     * In the order of the key, so that two who write wait for each other but never in a circle. Whom an older version noted,
     * by the day of the server's zone, is not won back again.
     */
    private static final String NOTE = "INSERT INTO vouchers.event_done (campaign_id, member_id, occasion)"
            + " SELECT ?::uuid, lapsed.member_id, lapsed.occasion FROM (SELECT l.member_id,"
            + " 'since ' || (l.at AT TIME ZONE ?)::date AS occasion"
            + " FROM vouchers.last_purchase l WHERE l.merchant_id = ? AND l.at <= ? AND NOT EXISTS (SELECT 1"
            + " FROM vouchers.event_done d WHERE d.campaign_id = ? AND d.member_id = l.member_id"
            + " AND d.occasion IN ('since ' || (l.at AT TIME ZONE ?)::date, 'since ' || l.at::date))"
            + " ORDER BY l.at DESC LIMIT ?) AS lapsed"
            + " ORDER BY lapsed.member_id ON CONFLICT DO NOTHING RETURNING member_id, occasion";

    private static final String FORGET =
            "DELETE FROM vouchers.event_done WHERE campaign_id = ? AND member_id = ? AND occasion = ?";

    private final Campaigns campaigns;
    private final Granting granting;
    private final Merchants merchants;
    private final Database database;
    private final Clock clock;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected WinningBack() {
        this(null, null, null, null, null);
    }

    @Inject
    WinningBack(Campaigns campaigns, Granting granting, Merchants merchants, Database database, Clock clock) {
        this.campaigns = campaigns;
        this.granting = granting;
        this.merchants = merchants;
        this.database = database;
        this.clock = clock;
    }

    /** The campaigns that win back now, of all merchants. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<UUID> campaigns() {
        Instant now = clock.instant();
        return database.list(LAPSING + " ORDER BY c.id", row -> Database.id(row, "id"), now, now);
    }

    /**
     * Wins back for one of them, some at most; says with how many it is done: those who got one, and those who will get none
     * this time, having had enough. Who is left for another day is not among them. None: there is nobody left just now.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int of(UUID campaignId) {
        Instant now = clock.instant();
        return database.first(LAPSING + " AND c.id = ?", campaigns::read, now, now, campaignId)
                .map(campaign -> winBack(campaign, now))
                .orElse(0);
    }

    private int winBack(Campaign campaign, Instant now) {
        long most = Math.min(AT_ONCE, granting.left(campaign).now());
        Map<UUID, String> lapsed = most > 0 ? note(campaign, now, most) : Map.of();
        if (lapsed.isEmpty()) {
            return 0;
        }
        Granted granted = granting.grant(
                Actor.system(campaign.merchantId()),
                campaign,
                List.copyOf(lapsed.keySet()),
                Granting.Manner.of(Came.EVENT));
        return lapsed.size() - forget(campaign, lapsed, granted.refused());
    }

    private Map<UUID, String> note(Campaign campaign, Instant now, long most) {
        Integer days = campaign.form().giving().eventDays();
        String zone = merchants.merchant(campaign.merchantId()).zone().getId();
        Map<UUID, String> lapsed = new LinkedHashMap<>();
        database.list(
                NOTE,
                row -> lapsed.put(Database.id(row, "member_id"), row.getString("occasion")),
                campaign.id(),
                zone,
                campaign.merchantId(),
                now.minus(Duration.ofDays(days == null ? 1 : days)),
                campaign.id(),
                zone,
                most);
        return lapsed;
    }

    /** Somebody else may have had the last ones meanwhile. Then these were not won back, and are found again; says how many. */
    private int forget(Campaign campaign, Map<UUID, String> lapsed, List<Granted.Refused> refused) {
        int forgotten = 0;
        for (Granted.Refused each : refused) {
            if (each.why() == VoucherError.GONE_FOR_TODAY || each.why() == VoucherError.GONE) {
                forgotten += database.change(FORGET, campaign.id(), each.memberId(), lapsed.get(each.memberId()));
            }
        }
        return forgotten;
    }
}
