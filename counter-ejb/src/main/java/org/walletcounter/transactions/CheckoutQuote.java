package org.walletcounter.transactions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Quote;

/**
 * What a sale costs this customer, with the reasons (结账报价单).
 *
 * @param payable what the tenders of the payment must sum to
 * @param cash what is handed over where cash pays all of it: the payable as coins can pay it
 * @param lines each with what is to be paid for it
 * @param quote the trace, what became of each promotion and voucher, and what a little more would save
 * @param memberName masked; null for somebody unknown
 * @param tier the member's tier, or null
 * @param points what the member's points may do for this sale, programme by programme
 * @param pointsEarned what the sale would earn
 */
public record CheckoutQuote(
        Money payable,
        Money cash,
        List<PricedLine> lines,
        Quote quote,
        @Nullable UUID memberId,
        @Nullable String memberName,
        @Nullable String tier,
        List<PointsOffer> points,
        long pointsEarned) {}
