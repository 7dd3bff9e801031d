package org.walletcounter.transactions.internal.checkout;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.PricedLine;

/**
 * Goods of a payment that come back.
 *
 * @param payment the payment they were sold with
 * @param before how many pieces of each line came back earlier
 * @param now how many pieces of each line come back now
 * @param given what earlier refunds gave back
 */
public record GoodsBack(Paid payment, Map<Integer, Integer> before, Map<Integer, Integer> now, Given given) {

    /** Keeps copies. */
    public GoodsBack {
        before = Map.copyOf(before);
        now = Map.copyOf(now);
    }

    /**
     * What earlier refunds gave back: money in minor units, and points.
     *
     * @param amounts what of the money went back whatever the goods, as an amount
     */
    public record Given(long money, long amounts, long points) {}

    /** A payment, as far as a return must know it. */
    public record Paid(
            UUID id,
            UUID journalId,
            String currency,
            @Nullable UUID memberId,
            List<PricedLine> lines) {}
}
