package org.walletcounter.promotions.internal.backtests;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTestView.State;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PromotionError;

/** What the door to back-tests promises, but for the work itself. */
final class BackTesting implements BackTests {

    private static final int LONGEST_PAGE = 200;
    private static final UUID LAST = new UUID(-1L, -1L);

    private final BackTestRows rows;
    private final Campaigns campaigns;
    private final Live live;
    private final Reach reach;
    private final Clock clock;

    BackTesting(BackTestRows rows, Campaigns campaigns, Live live, Reach reach, Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.live = live;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public BackTestView order(Actor actor, Order asked) {
        CampaignView draft = campaigns.versions(actor, asked.campaignId()).stream()
                .filter(each -> each.version() == asked.version())
                .findFirst()
                .orElseThrow(() -> new CounterException(PromotionError.NO_SUCH_CAMPAIGN));
        Order order = within(actor, asked);
        long days = ChronoUnit.DAYS.between(order.from(), order.until()) + 1;
        if (days < 1 || days > LONGEST_DAYS) {
            throw CounterException.at("until", PromotionError.BACK_TEST_PERIOD_INVALID, LONGEST_DAYS);
        }
        BackTestView view = new BackTestView(
                Ids.next(clock),
                order,
                draft.content().terms().names(),
                draft.content().limits().budget(),
                State.WAITING,
                null,
                0,
                actor.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                BackTestResult.nothing(draft.content().terms().currency()));
        try {
            rows.insert(view, new BackTestRows.Setting(actor.merchantId(), draft), rivals(actor, view.askedAt()));
        } catch (CounterException taken) {
            throw taken.error() == KernelError.CHANGED_MEANWHILE
                    ? new CounterException(PromotionError.BACK_TEST_UNDER_WAY)
                    : taken;
        }
        return view;
    }

    /** What the actor may see of what was asked: all stores are only the own one to who is bound to it. */
    private Order within(Actor actor, Order asked) {
        asked.stores().forEach(store -> reach.requireStore(actor, store));
        UUID own = actor.storeId();
        return own == null || !asked.stores().isEmpty()
                ? asked
                : new Order(asked.campaignId(), asked.version(), asked.from(), asked.until(), List.of(own));
    }

    /** A trial prices rivals as if they had been on all the time, so those that are over or have not begun are none. */
    private Offers rivals(Actor actor, Instant askedAt) {
        return live.offers(actor).runningAt(askedAt);
    }

    @Override
    public BackTestView cancel(Actor actor, UUID id) {
        BackTestView seen = backTest(actor, id);
        if (!rows.cancel(actor.merchantId(), id, clock.instant())) {
            throw new CounterException(PromotionError.NOT_IN_THAT_STATE, seen.state());
        }
        return backTest(actor, id);
    }

    @Override
    public BackTestView backTest(Actor actor, UUID id) {
        return rows.find(actor.merchantId(), actor.storeId(), id)
                .orElseThrow(() -> new CounterException(PromotionError.NO_SUCH_BACK_TEST));
    }

    @Override
    public Page<BackTestView> backTests(Actor actor, @Nullable UUID campaignId, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        List<BackTestView> found = rows.page(actor.merchantId(), actor.storeId(), campaignId, cursor(after), most + 1);
        boolean more = found.size() > most;
        List<BackTestView> page = more ? found.subList(0, most) : found;
        return new Page<>(List.copyOf(page), more ? page.get(most - 1).id().toString() : null);
    }

    private static UUID cursor(@Nullable String after) {
        try {
            return after == null ? LAST : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }

    /** What is live now. */
    @FunctionalInterface
    interface Live {
        Offers offers(Actor actor);
    }

    /** Whose sales somebody may look at. */
    @FunctionalInterface
    interface Reach {
        /** Refuses a store that is not in the actor's scope. */
        void requireStore(Actor actor, UUID storeId);
    }
}
