package org.walletcounter.transactions;

import java.util.List;
import java.util.UUID;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Promise;

/**
 * How a payment's price came about, as receipts and screens show it (优惠明细). All amounts in minor units of the payment's
 * currency; {@code list - reductions + taxAdded = payable}.
 *
 * @param list at list prices
 * @param points what points paid
 * @param pointsSpent how many points that took
 * @param reductions what was taken off and by what, in the order applied
 * @param taxAdded tax that prices do not contain
 * @param promises what the sale gives besides
 */
public record SalePricing(
        long list, long points, long pointsSpent, List<Reduction> reductions, long taxAdded, List<Promised> promises) {

    /** Keeps copies. */
    public SalePricing {
        reductions = List.copyOf(reductions);
        promises = List.copyOf(promises);
    }

    /** So much was taken off by one promotion, voucher, price list or points programme; above zero. */
    public record Reduction(
            Adjustment.Step step, UUID id, UUID campaignId, String nameEn, String nameZh, long amount) {}

    /** Something given besides, as many as were not handed back. */
    public record Promised(Promise.Kind kind, String nameEn, String nameZh, long count, long worth) {}
}
