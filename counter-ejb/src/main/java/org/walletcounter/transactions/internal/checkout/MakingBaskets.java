package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.Prices;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.transactions.SalesChannel;

/** Makes the basket that is priced: what the catalogue says of its goods, and the tax on them. */
@Dependent
class MakingBaskets {

    private final Prices prices;
    private final Taxing taxing;
    private final Directory directory;

    @Inject
    MakingBaskets(Prices prices, Taxing taxing, Directory directory) {
        this.prices = prices;
        this.taxing = taxing;
        this.directory = directory;
    }

    /**
     * A basket to price.
     *
     * @param lines at list prices, each with the code of its tax rate
     * @param moment in the merchant's zone
     */
    record Made(Basket basket, List<PricedLine> lines, Taxes taxes, ZonedDateTime moment) {}

    /** Whether any tax is reckoned where the sale is made. */
    boolean areTaxed(Actor actor, Asked asked) {
        return !taxing.at(actor, asked.place()).rates().isEmpty();
    }

    Made of(Actor actor, Asked asked) {
        Asked.Place place = asked.place();
        Map<String, ProductTraits> traits =
                prices.traits(actor, asked.lines().stream().map(PricedLine::sku).toList());
        Taxes taxes = taxing.at(actor, place);
        List<PricedLine> lines = taxes.coded(asked.lines(), traits);
        Set<String> tenders = asked.tenders().stream().map(Enum::name).collect(Collectors.toSet());
        Basket basket = new Basket(
                place.saleNumber(),
                place.currency(),
                lines.stream()
                        .map(each -> described(each, traits.getOrDefault(each.sku(), ProductTraits.NONE))
                                .taxed(taxes.basisPoints(each)))
                        .toList(),
                place(place, tenders),
                taxes.rules());
        return new Made(
                basket,
                lines,
                taxes,
                place.at().atZone(directory.merchant(actor.merchantId()).zone()));
    }

    private static Basket.Place place(Asked.Place place, Set<String> tenders) {
        SalesChannel through = place.channel();
        return new Basket.Place(
                place.storeId(), place.tillId(), through.name(), through.orderKind(), tenders, Set.of());
    }

    private static Basket.Line described(PricedLine line, ProductTraits traits) {
        return line(line).labelled(traits.brand(), traits.tags()).costing(traits.unitCost());
    }

    /** A line of which nothing is known but what was sold. */
    static Basket.Line line(PricedLine line) {
        return Basket.Line.of(line.line(), line.sku(), line.category(), line.quantity(), line.unitAmount())
                .spoiling(line.daysLeft());
    }
}
