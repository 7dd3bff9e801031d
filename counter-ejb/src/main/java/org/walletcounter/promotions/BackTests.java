package org.walletcounter.promotions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The door to back-tests (历史回测): what a campaign would have done to past sales. Each sale is priced with and without it,
 * beside what is live and runs when the test is asked for, as if that had run all the time; customers are taken to buy the
 * same. Runs in the background, on any node, and goes on after a crash. Managers and administrators order, analysts look;
 * who is bound to a store tries its sales, and sees only what was tried on them.
 * Thread-safe; refuses with {@link PromotionError}.
 */
public interface BackTests {

    /** The longest period, in days. */
    int LONGEST_DAYS = 731;

    /**
     * Orders a back-test of a campaign's version.
     *
     * @throws org.walletcounter.kernel.CounterException {@link PromotionError#NO_SUCH_CAMPAIGN}, the merchants' NOT_FOUND
     *     for a store out of reach, {@link PromotionError#BACK_TEST_PERIOD_INVALID}, {@link
     *     PromotionError#BACK_TEST_UNDER_WAY}
     */
    BackTestView order(Actor actor, Order order);

    /**
     * Stops one that waits or runs; what it has found so far is kept.
     *
     * @throws org.walletcounter.kernel.CounterException {@link PromotionError#NO_SUCH_BACK_TEST}, {@link
     *     PromotionError#NOT_IN_THAT_STATE}
     */
    BackTestView cancel(Actor actor, UUID id);

    /** One back-test as it stands, with what it has found so far. */
    BackTestView backTest(Actor actor, UUID id);

    /** Back-tests, newest first; those of a campaign, if one is given. */
    Page<BackTestView> backTests(Actor actor, @Nullable UUID campaignId, @Nullable String after, int limit);

    /**
     * What is to be tried on which business days.
     *
     * @param from the first day
     * @param until the last day, inclusive
     * @param stores on the sales of which stores, each once and in order; empty for all that the actor may see
     */
    record Order(UUID campaignId, int version, LocalDate from, LocalDate until, List<UUID> stores) {

        /** Keeps a copy. */
        public Order {
            stores = stores.stream().distinct().sorted().toList();
        }

        /** In all stores. */
        public Order(UUID campaignId, int version, LocalDate from, LocalDate until) {
            this(campaignId, version, from, until, List.of());
        }
    }
}
