package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductTraits;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Vouchers;

/**
 * The best legal price of a sale for a customer: collects what they bring from the modules that own it, and asks promotions.
 * Waits for the database.
 */
@Dependent
public class PricingSales {

    private final Promotions promotions;
    private final Vouchers vouchers;
    private final SpendingPoints points;
    private final Shoppers shoppers;
    private final Directory directory;
    private final Catalogue catalogue;

    @Inject
    PricingSales(
            Promotions promotions,
            Vouchers vouchers,
            SpendingPoints points,
            Shoppers shoppers,
            Directory directory,
            Catalogue catalogue) {
        this.catalogue = catalogue;
        this.promotions = promotions;
        this.vouchers = vouchers;
        this.points = points;
        this.shoppers = shoppers;
        this.directory = directory;
    }

    /** The price of a sale now. */
    public Priced price(Actor actor, Asked asked) {
        Shopper shopper = shoppers.of(actor, asked.memberId());
        List<VoucherOffer> offers =
                vouchers.offers(actor, asked.memberId(), asked.wish().vouchers());
        QuoteRequest request = new QuoteRequest(
                basket(asked, traits(actor, asked)),
                shopper,
                new Holdings(offers, null),
                new QuoteRequest.Wishes(asked.wish().without(), asked.wish().with()),
                asked.place().at().atZone(zone(actor)));
        Sale sale = promotions.quote(actor, request);
        List<PointsOffer> spendable =
                asked.wish().points() > 0 ? points.offers(actor, asked.memberId(), net(sale)) : List.of();
        // What points may pay hangs on the price without them, so they are asked about second.
        Sale paid = SpendingPoints.of(spendable, asked.wish().points())
                .map(offer -> promotions.quote(
                        actor,
                        new QuoteRequest(
                                request.basket(),
                                shopper,
                                new Holdings(offers, offer),
                                request.wishes(),
                                request.moment())))
                .orElse(sale);
        return Priced.of(paid, asked.lines(), spendable, shopper.tier());
    }

    /** What else promotions may ask about the goods. */
    private Map<String, ProductTraits> traits(Actor actor, Asked asked) {
        return catalogue.traits(
                actor, asked.lines().stream().map(PricedLine::sku).toList());
    }

    /** What the customer's points may do for a priced sale. Brings them up to date, so a payment without points asks nothing. */
    public List<PointsOffer> points(Actor actor, Asked asked, Priced priced) {
        return asked.wish().points() > 0 ? priced.points() : points.offers(actor, asked.memberId(), priced.payable());
    }

    private static Basket basket(Asked asked, Map<String, ProductTraits> traits) {
        Asked.Place place = asked.place();
        Set<String> tenders = asked.tenders().stream().map(Enum::name).collect(Collectors.toSet());
        return new Basket(
                place.saleNumber(),
                place.currency(),
                asked.lines().stream()
                        .map(each -> described(each, traits.getOrDefault(each.sku(), ProductTraits.NONE)))
                        .toList(),
                new Basket.Place(place.storeId(), place.tillId(), "till", "retail", tenders, Set.of()),
                Basket.PriceRules.PLAIN);
    }

    private static Basket.Line described(PricedLine line, ProductTraits traits) {
        return line(line).labelled(traits.brand(), traits.tags()).costing(traits.unitCost());
    }

    static Basket.Line line(PricedLine line) {
        return Basket.Line.of(line.line(), line.sku(), line.category(), line.quantity(), line.unitAmount());
    }

    private static Money net(Sale sale) {
        return Money.of(sale.quote().totals().payable(), sale.quote().currency());
    }

    private ZoneId zone(Actor actor) {
        return directory.merchant(actor.merchantId()).zone();
    }
}
