package org.walletcounter.transactions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.RefundPlan;

/**
 * What a refund would do, before anybody confirms it (退款试算).
 *
 * @param amount the money that goes back
 * @param tenders where it goes, in the order it is given
 * @param plan how the amount was reckoned from the sale's price; null where only an amount was asked for
 * @param pointsBack spent points that come back
 * @param pointsTaken earned points that are taken back
 * @param vouchersBack names of the vouchers that are free again, if their campaigns say so
 * @param cashBackTaken cash-back that was paid out for the goods and is taken from the wallet again, in minor units
 * @param cashBackOwed what of it the wallet does not reach for: a debt, which the next cash-back pays first
 * @param prizesBack what becomes of the prizes of the lottery tickets that are taken back, in the order they were drawn
 * @param taxes the tax in the amount, by rate
 */
public record RefundCalculation(
        Money amount,
        List<Tender> tenders,
        @Nullable RefundPlan plan,
        long pointsBack,
        long pointsTaken,
        List<String> vouchersBack,
        long cashBackTaken,
        long cashBackOwed,
        List<PrizeBack> prizesBack,
        List<SaleTax> taxes) {}
