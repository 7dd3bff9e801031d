package org.walletcounter.transactions.internal.trips;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** What the clockwork does for points on trips, in small steps. Called outside any transaction. */
@Dependent
public class FollowingTrips {

    private static final int FARES_AT_ONCE = 5_000;
    private static final int TRIPS_AT_ONCE = 200;
    private static final int DAYS_AT_ONCE = 500;

    private final TripRows rows;
    private final DiscountingTrips discounting;
    private final EarningFromFares earning;

    @Inject
    FollowingTrips(TripRows rows, DiscountingTrips discounting, EarningFromFares earning) {
        this.rows = rows;
        this.discounting = discounting;
        this.earning = earning;
    }

    /**
     * Gathers new fares, and lets points pay where that is wanted. One trip that cannot be looked at does not keep the others
     * waiting; it is looked at again.
     */
    public void follow(Consumer<RuntimeException> failed) {
        rows.gather(FARES_AT_ONCE);
        for (Due due : rows.due(TRIPS_AT_ONCE)) {
            try {
                discounting.look(due);
            } catch (RuntimeException failure) {
                failed.accept(failure);
            }
        }
    }

    /** Gives the points of all days that are over. */
    public void earn() {
        boolean more = true;
        while (more) {
            more = earning.some(DAYS_AT_ONCE);
        }
    }
}
