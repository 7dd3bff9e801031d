package org.walletcounter.transactions.internal.checkout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Sale;
import org.walletcounter.transactions.SaleTax;

/**
 * A sale with its price for a customer.
 *
 * @param sold the lines, each with what is to be paid for it and the tax in it
 * @param taxes the tax by rate
 * @param points what the customer's points may do for it; asked for only where some shall pay
 */
public record Priced(
        Sale sale,
        List<PricedLine> sold,
        List<SaleTax> taxes,
        List<PointsOffer> points,
        @Nullable String tier) {

    static Priced of(Sale sale, MakingBaskets.Made made, List<PointsOffer> points, @Nullable String tier) {
        Map<Integer, Quote.Line> lines =
                sale.quote().lines().stream().collect(Collectors.toMap(Quote.Line::line, line -> line));
        List<PricedLine> sold = made.lines().stream()
                .map(each -> costing(each, lines.get(each.line())))
                .toList();
        return new Priced(sale, sold, made.taxes().of(sold), points, tier);
    }

    private static PricedLine costing(PricedLine line, Quote.@Nullable Line priced) {
        if (priced == null) {
            throw new IllegalStateException("Line " + line.line() + " was not priced.");
        }
        return line.costing(priced.due(), line.taxCode(), line.taxCode().isEmpty() ? 0 : priced.tax());
    }

    /** The same, told with what points may do. */
    public Priced offering(List<PointsOffer> offers) {
        return new Priced(sale, sold, taxes, offers, tier);
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
        return !quote().promises().isEmpty() || !quote().trace().isEmpty();
    }
}
