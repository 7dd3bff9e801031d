package org.walletcounter.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;

/**
 * The door to points on trips (乘车积分), for members. Where the house gives points for fares, what a member rides on a business day
 * earns as one purchase once the day is over, so that small fares are not rounded away one by one. Members who want it pay
 * a part of their next trip, or of every trip, with points: the gate takes the whole fare, and within seconds the points'
 * worth is back in the wallet, as much as the programme lets points pay of a sale. Thread-safe.
 */
public interface TripPoints {

    /** How it stands for a member. */
    Standing of(Actor actor, UUID memberId);

    /**
     * Sets what points shall pay from now on. A repeat changes nothing.
     *
     * @throws org.walletcounter.kernel.CounterException {@link TransactionError#TRIPS_EARN_NOTHING} where the house gives no
     *     points for fares
     */
    Standing use(Actor actor, UUID memberId, Use use);

    /** Which trips points pay a part of (积分抵扣). */
    enum Use {
        /** None. */
        NEVER,
        /** The next one on which they can; then none again. */
        NEXT,
        /** Each on which they can. */
        EVERY
    }

    /**
     * How it stands.
     *
     * @param offered whether the house gives points for fares
     * @param waiting what was ridden and has not earned its points yet, by day, newest first
     * @param discounts the last trips that points paid a part of, newest first, ten at most
     */
    record Standing(boolean offered, Use use, List<Day> waiting, List<Discount> discounts) {}

    /**
     * What was ridden on a business day.
     *
     * @param byPoints what points paid of the fares, which earns nothing
     */
    record Day(LocalDate day, int trips, Money fares, Money byPoints) {}

    /**
     * A trip that points paid a part of.
     *
     * @param at when it was ridden
     * @param off what came back into the wallet
     */
    record Discount(UUID tapId, Instant at, Money fare, long points, Money off) {}
}
