package org.walletcounter.transactions.internal.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.transactions.PrizeBack;

/**
 * What comes back with a refund besides its money.
 *
 * @param plan how the money was reckoned; null where only an amount goes back
 * @param points what happens to points
 * @param vouchers names of the vouchers that are free again
 * @param lines the goods, each with what goes back for it
 * @param claim cash-back for the goods that was paid out already, in minor units
 * @param prizes what becomes of the prizes of tickets that are taken back
 */
public record Back(
        @Nullable RefundPlan plan,
        Moves moves,
        PointsReturn points,
        List<String> vouchers,
        List<PricedLine> lines,
        long claim,
        List<PrizeBack> prizes) {

    /**
     * Postings, and what is missing in them.
     *
     * @param postings sum to zero per unit, but for the currency, where {@code funded} is missing
     * @param funded what funders pay more, in minor units; below zero for what they get back
     * @param tax the tax in the money that goes back
     * @param plain whether each of them undoes a part of the payment, none adds to it
     */
    public record Moves(List<Posting> postings, long funded, long tax, boolean plain) {

        /** Nothing besides the money. */
        public static final Moves NONE = new Moves(List.of(), 0, 0, true);

        /** The same, with the tax in the money. */
        public Moves taxing(long minor) {
            return new Moves(postings, funded, minor, plain);
        }

        /** The same, where something is added to the payment. */
        public Moves adding() {
            return new Moves(postings, funded, tax, false);
        }
    }

    /** The money that was reckoned for the goods, in minor units. */
    public long money() {
        return plan == null ? 0 : plan.money();
    }

    static Back points(PointsReturn back) {
        return new Back(
                null, new Moves(back.postings(), -back.minor(), 0, true), back, List.of(), List.of(), 0, List.of());
    }
}
