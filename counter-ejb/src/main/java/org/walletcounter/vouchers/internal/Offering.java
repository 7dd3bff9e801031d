package org.walletcounter.vouchers.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Available;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.GivingRules;
import org.walletcounter.vouchers.internal.book.Held;
import org.walletcounter.vouchers.internal.book.HeldVouchers;
import org.walletcounter.vouchers.internal.book.Honouring;
import org.walletcounter.vouchers.internal.book.People;
import org.walletcounter.vouchers.internal.reminders.Following;

/** What a customer can take, and what they can use. */
@Dependent
class Offering {

    private static final int MOST = 1_000;

    /** So many vouchers of a member's are priced at a checkout. */
    private static final int MOST_PRICED = 100;

    private static final String OPEN = Campaigns.COLUMNS + "WHERE c.merchant_id = ? AND c.state = 'LIVE' AND c.way = ?"
            + " AND c.open_from <= ? AND c.open_until > ? AND (c.valid_until IS NULL OR c.valid_until > ?)"
            + " ORDER BY c.open_until, c.id LIMIT " + MOST;

    private static final String COMING =
            Campaigns.COLUMNS + "WHERE c.merchant_id = ? AND c.state = 'LIVE' AND c.way = 'TAKE'"
                    + " AND c.open_from > ? AND (c.valid_until IS NULL OR c.valid_until > c.open_from)"
                    + " ORDER BY c.open_from, c.id LIMIT " + MOST;

    private static final String RUNNING = "SELECT count(*) FROM (SELECT 1 FROM vouchers.campaign c WHERE c.state IN"
            + " ('LIVE', 'PAUSED') AND (c.merchant_id = ? OR EXISTS (SELECT 1 FROM vouchers.party p"
            + " WHERE p.campaign_id = c.id AND p.merchant_id = ? AND p.honours)) LIMIT 1) AS one";

    /** Terms of a campaign never change once it is live. */
    private static final int ONLY_VERSION = 1;

    private final HeldVouchers vouchers;
    private final Honouring honouring;
    private final Ledger ledger;
    private final People people;
    private final Following following;
    private final Clock clock;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber") // what an offer looks at
    Offering(
            HeldVouchers vouchers,
            Honouring honouring,
            Ledger ledger,
            People people,
            Following following,
            Clock clock) {
        this.vouchers = vouchers;
        this.honouring = honouring;
        this.ledger = ledger;
        this.people = people;
        this.following = following;
        this.clock = clock;
    }

    List<Available> available(Actor actor, UUID memberId) {
        return open(actor, Way.TAKE, memberId);
    }

    List<Available> grantable(Actor actor, UUID memberId) {
        return open(actor, Way.GRANT, memberId);
    }

    private List<Available> open(Actor actor, Way way, UUID memberId) {
        Instant now = clock.instant();
        return offered(
                memberId,
                vouchers.database().list(OPEN, vouchers.campaigns()::read, actor.merchantId(), way, now, now, now));
    }

    List<Available> coming(Actor actor, UUID memberId) {
        return offered(
                memberId,
                vouchers.database().list(COMING, vouchers.campaigns()::read, actor.merchantId(), clock.instant()));
    }

    /** Three questions, however many campaigns there are. */
    private List<Available> offered(UUID memberId, List<Campaign> campaigns) {
        Set<UUID> followed = following.followed(memberId);
        Map<UUID, Long> had = people.had(campaigns, memberId);
        Map<AccountId, Long> left = left(campaigns);
        List<Available> found = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            AccountId pool = campaign.opened().pool();
            found.add(new Available(
                    campaign.line(),
                    pool == null ? null : left.getOrDefault(pool, 0L),
                    had.getOrDefault(campaign.id(), 0L).intValue(),
                    campaign.form().quantity().perPerson(),
                    campaign.form().giving().from(),
                    GivingRules.end(campaign),
                    followed.contains(campaign.id())));
        }
        return found;
    }

    private Map<AccountId, Long> left(List<Campaign> campaigns) {
        List<AccountId> pools = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            AccountId pool = campaign.opened().pool();
            if (pool != null) {
                pools.add(pool);
            }
        }
        return pools.isEmpty() ? Map.of() : ledger.available(pools);
    }

    boolean running(Actor actor) {
        return vouchers.database().number(RUNNING, actor.merchantId(), actor.merchantId()) > 0;
    }

    List<VoucherOffer> offers(Actor actor, @Nullable UUID memberId, List<UUID> shown) {
        Instant now = clock.instant();
        List<VoucherView> all = new ArrayList<>();
        if (memberId != null) {
            all.addAll(vouchers.of(actor, memberId, false));
        }
        Set<UUID> gathered = all.stream().map(VoucherView::id).collect(Collectors.toSet());
        for (Held each : vouchers.seen(actor, shown).values()) {
            GivingRules.requireShown(actor, memberId, each);
            if (!gathered.contains(each.id())) {
                all.add(vouchers.view(actor, each));
            }
        }
        return all.stream()
                .filter(each -> each.state() == VoucherView.State.IN_HAND && !each.held())
                .filter(each -> !now.isBefore(each.validFrom()) && now.isBefore(each.validUntil()))
                .filter(each -> usableHere(actor, each))
                .limit(MOST_PRICED)
                .map(Offering::offer)
                .toList();
    }

    private boolean usableHere(Actor actor, VoucherView voucher) {
        Campaign campaign = vouchers.campaigns().recent(voucher.campaign().id());
        return campaign.awake() && honouring.honoured(actor.merchantId(), campaign);
    }

    private static VoucherOffer offer(VoucherView voucher) {
        return new VoucherOffer(
                voucher.id(),
                voucher.campaign().id(),
                ONLY_VERSION,
                voucher.campaign().terms(),
                1,
                voucher.validFrom(),
                voucher.validUntil());
    }
}
