package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Vouchers;

/**
 * The best legal price of a sale for a customer: collects what they bring from the modules that own it, and asks promotions.
 * What budgets and limits do not hold is left out. Waits for the database.
 */
@Dependent
public class PricingSales {

    private final PricingWithinBudgets budgets;
    private final Vouchers vouchers;
    private final SpendingPoints points;
    private final Shoppers shoppers;
    private final MakingBaskets baskets;
    private final Pricing pricing;

    @Inject
    PricingSales(
            PricingWithinBudgets budgets,
            Vouchers vouchers,
            SpendingPoints points,
            Shoppers shoppers,
            MakingBaskets baskets,
            Pricing pricing) {
        this.budgets = budgets;
        this.vouchers = vouchers;
        this.points = points;
        this.shoppers = shoppers;
        this.baskets = baskets;
        this.pricing = pricing;
    }

    /** The price of a sale now. */
    public Priced price(Actor actor, Asked asked) {
        MakingBaskets.Made made = baskets.of(actor, asked);
        Shopper shopper = shoppers.of(actor, asked.memberId());
        List<VoucherOffer> offers =
                vouchers.offers(actor, asked.memberId(), asked.wish().vouchers());
        QuoteRequest request = new QuoteRequest(
                made.basket(),
                shopper,
                new Holdings(offers, null),
                new QuoteRequest.Wishes(asked.wish().without(), asked.wish().with()),
                made.moment());
        Sale sale = budgets.sale(actor, request);
        List<PointsOffer> spendable =
                asked.wish().points() > 0 ? points.offers(actor, asked.memberId(), net(sale)) : List.of();
        // What points may pay hangs on the price without them, so they are asked about second.
        Sale paid = SpendingPoints.of(spendable, asked.wish().points())
                .map(offer -> budgets.sale(actor, request.bringing(new Holdings(offers, offer))))
                .orElse(sale);
        return Priced.of(paid, made, spendable, shopper.tier());
    }

    /** The price of a sale at list prices with its tax; none where no tax is reckoned: then it is the catalogue's. */
    public Optional<Priced> atList(Actor actor, Asked asked) {
        if (!baskets.areTaxed(actor, asked)) {
            return Optional.empty();
        }
        MakingBaskets.Made made = baskets.of(actor, asked);
        QuoteRequest request = new QuoteRequest(
                made.basket(), Shopper.UNKNOWN, Holdings.NONE, QuoteRequest.Wishes.NONE, made.moment());
        Sale sale = pricing.sale(request, Offers.NONE, pricing.quote(request, Offers.NONE));
        return Optional.of(Priced.of(sale, made, List.of(), null));
    }

    /** What the customer's points may do for a priced sale. Brings them up to date, so a payment without points asks nothing. */
    public List<PointsOffer> points(Actor actor, Asked asked, Priced priced) {
        return asked.wish().points() > 0 ? priced.points() : points.offers(actor, asked.memberId(), net(priced.sale()));
    }

    /** What is asked for the price of a sale to which its customer brings nothing: whoever compares vouchers adds them. */
    public QuoteRequest bare(Actor actor, Asked asked) {
        MakingBaskets.Made made = baskets.of(actor, asked);
        Shopper shopper = shoppers.of(actor, asked.memberId());
        return new QuoteRequest(made.basket(), shopper, Holdings.NONE, QuoteRequest.Wishes.NONE, made.moment());
    }

    /**
     * What points may pay a part of: the price before them, without tax that is added. They lower that tax, so their share
     * of a price that holds it would be more before they are taken off than after.
     */
    static Money net(Sale sale) {
        return Money.of(sale.quote().totals().net(), sale.quote().currency());
    }
}
