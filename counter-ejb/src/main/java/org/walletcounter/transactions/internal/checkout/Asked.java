package org.walletcounter.transactions.internal.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.SalesChannel;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.transactions.Wish;

/**
 * A sale at list prices, whose price for a customer is asked.
 *
 * @param memberId null for somebody unknown
 */
public record Asked(
        Place place, List<PricedLine> lines, @Nullable UUID memberId, Wish wish, Set<TenderKind> tenders) {

    /** Where, when, through what and under which number it is sold. */
    public record Place(
            UUID storeId,
            @Nullable UUID tillId,
            String saleNumber,
            String currency,
            Instant at,
            SalesChannel channel) {}
}
