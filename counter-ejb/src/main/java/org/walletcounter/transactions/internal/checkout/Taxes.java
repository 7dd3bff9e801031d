package org.walletcounter.transactions.internal.checkout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.transactions.SaleTax;

/**
 * The tax rates that hold where and when something is sold. Pure.
 *
 * @param added whether tax is added to prices, instead of being contained in them
 */
record Taxes(List<TaxRate> rates, boolean added) {

    private static final Comparator<TaxRate> BY_PLACE_AND_BEGINNING = Comparator.comparing(
                    (TaxRate rate) -> rate.storeId() != null)
            .thenComparing(TaxRate::from)
            .thenComparing(TaxRate::code, Comparator.reverseOrder());

    /** How prices are reckoned there. */
    Basket.PriceRules rules() {
        return rates.isEmpty() || !added ? Basket.PriceRules.PLAIN : new Basket.PriceRules(false, 1, false);
    }

    /** The lines, each with the code of the rate that is on it. */
    List<PricedLine> coded(List<PricedLine> lines, Map<String, ProductTraits> traits) {
        return rates.isEmpty()
                ? lines
                : lines.stream()
                        .map(line -> coded(line, traits.getOrDefault(line.sku(), ProductTraits.NONE)))
                        .toList();
    }

    private PricedLine coded(PricedLine line, ProductTraits traits) {
        TaxRate own = named(traits.taxCode());
        TaxRate rate = own == null ? standard() : own;
        return rate == null ? line : line.costing(line.amount(), rate.code(), 0);
    }

    /** The basis points of a line whose rate is known. */
    int basisPoints(PricedLine line) {
        TaxRate rate = named(line.taxCode());
        return rate == null ? 0 : rate.basisPoints();
    }

    /** What a sale's lines hold of each rate. */
    List<SaleTax> of(List<PricedLine> sold) {
        List<SaleTax> taxes = new ArrayList<>();
        for (TaxRate rate : rates) {
            List<PricedLine> of = sold.stream()
                    .filter(line -> line.taxCode().equals(rate.code()))
                    .toList();
            if (!of.isEmpty()) {
                long gross = of.stream().mapToLong(PricedLine::amount).sum();
                long tax = of.stream().mapToLong(PricedLine::tax).sum();
                taxes.add(new SaleTax(rate.code(), rate.nameEn(), rate.nameZh(), rate.basisPoints(), gross - tax, tax));
            }
        }
        return taxes;
    }

    private @Nullable TaxRate named(String code) {
        return rates.stream()
                .filter(rate -> rate.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * Of several that are standard the store's own, and of those the one that began last: whoever names a new standard rate
     * means it to take over.
     */
    private @Nullable TaxRate standard() {
        return rates.stream()
                .filter(TaxRate::standard)
                .max(BY_PLACE_AND_BEGINNING)
                .orElse(null);
    }
}
