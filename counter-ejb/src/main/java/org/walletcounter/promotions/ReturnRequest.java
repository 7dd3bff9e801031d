package org.walletcounter.promotions;

import java.util.Map;

/**
 * Goods that come back (退货). Lines are told by their numbers.
 *
 * @param before how many pieces of a line came back earlier
 * @param now how many come back now
 * @param policy what happens to discounts that the kept goods alone would not have got
 * @param given what earlier returns of this sale gave back
 */
public record ReturnRequest(Map<Integer, Integer> before, Map<Integer, Integer> now, Policy policy, Given given) {

    /**
     * What earlier returns gave back: money in minor units, and points.
     *
     * @param amounts what of the money went back whatever the goods, as an amount
     */
    public record Given(long money, long amounts, long points) {

        /** Nothing came back before. */
        public static final Given NOTHING = new Given(0, 0, 0);
    }

    /** Keeps copies. */
    public ReturnRequest {
        before = Map.copyOf(before);
        now = Map.copyOf(now);
    }

    /** What happens to discounts that the kept goods alone would not have got. */
    public enum Policy {
        /** Each piece gives back what was paid for it; the rest keeps its discounts (保留分摊). */
        KEEP_SHARE,
        /** What is kept is priced anew with the promotions and vouchers of the sale (重新计价). */
        RE_EVALUATE,
        /** As KEEP_SHARE, less the discounts on kept goods whose condition no longer holds (追回优惠). */
        CLAW_BACK
    }
}
