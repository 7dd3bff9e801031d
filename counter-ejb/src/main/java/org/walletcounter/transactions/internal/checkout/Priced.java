package org.walletcounter.transactions.internal.checkout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Sale;

/**
 * A sale with its price for a customer.
 *
 * @param sold the lines, each with what is to be paid for it
 * @param points what the customer's points may do for it; asked for only where some shall pay
 */
public record Priced(
        Sale sale,
        List<PricedLine> sold,
        List<PointsOffer> points,
        @Nullable String tier) {

    static Priced of(Sale sale, List<PricedLine> atList, List<PointsOffer> points, @Nullable String tier) {
        Map<Integer, Quote.Line> lines =
                sale.quote().lines().stream().collect(Collectors.toMap(Quote.Line::line, line -> line));
        List<PricedLine> sold = atList.stream()
                .map(each -> costing(each, lines.get(each.line())))
                .toList();
        return new Priced(sale, sold, points, tier);
    }

    private static PricedLine costing(PricedLine line, Quote.@Nullable Line priced) {
        if (priced == null) {
            throw new IllegalStateException("Line " + line.line() + " was not priced.");
        }
        return new PricedLine(
                line.line(),
                line.productId(),
                line.sku(),
                line.text(),
                line.category(),
                line.quantity(),
                line.unitAmount(),
                priced.due());
    }

    /** The same, told with what points may do. */
    public Priced offering(List<PointsOffer> offers) {
        return new Priced(sale, sold, offers, tier);
    }

    /** What is to be paid. */
    public Money payable() {
        return Money.of(quote().totals().payable(), quote().currency());
    }

    /** The quote. */
    public Quote quote() {
        return sale.quote();
    }

    /** Whether anything changed the price or is given besides, so that a return must know how it came about. */
    boolean isMoved() {
        return !quote().promises().isEmpty()
                || quote().trace().stream().anyMatch(each -> each.step() != Adjustment.Step.TAX);
    }
}
