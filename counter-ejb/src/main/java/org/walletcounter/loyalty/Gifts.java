package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/**
 * The door to gifts for points (积分换礼). Points and stock move in one journal: a gift is never given twice, and never
 * without its points. Commands join the caller's transaction. Thread-safe.
 */
public interface Gifts {

    /** The merchant's gifts, by code. */
    List<Gift> all(Actor actor);

    /** Makes a gift, or changes it. Its stock stays. */
    Gift save(Actor actor, Gift gift);

    /** Adds to the stock, or, with a minus, takes from it. */
    Gift stock(Actor actor, UUID giftId, int pieces);

    /**
     * Gives a member gifts for points.
     *
     * @return the number to take them back with
     * @throws CounterException {@link LoyaltyError#NO_SUCH_GIFT}, {@link LoyaltyError#GIFT_GONE},
     *     {@link LoyaltyError#NOT_ENOUGH_POINTS}
     */
    UUID give(Actor actor, UUID giftId, UUID memberId, int pieces);

    /**
     * Gives a member points that they have won, to be spent at once: in the first of the merchant's active programmes, by
     * code. That it happens once is for the caller to see to.
     *
     * @throws CounterException {@link LoyaltyError#NO_SUCH_PROGRAMME} when none is active
     */
    void award(Actor actor, UUID memberId, long points);

    /** Takes a gift back: the points return to the lots they came from. */
    void takeBack(Actor actor, UUID givenId);
}
