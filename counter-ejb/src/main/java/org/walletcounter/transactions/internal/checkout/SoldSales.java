package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Optional;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.transactions.TransactionError;

/** The sale that a payment paid: as it was kept, or, where nothing moved its price, made of its lines. */
@Dependent
class SoldSales {

    private final KeptPricing kept;
    private final Pricing pricing;

    @Inject
    SoldSales(KeptPricing kept, Pricing pricing) {
        this.kept = kept;
        this.pricing = pricing;
    }

    /** Whether the lines of a payment can be reckoned with. */
    boolean knows(GoodsBack.Paid payment) {
        return isPlain(payment) || kept.sale(payment.id()).isPresent();
    }

    Sale of(GoodsBack.Paid payment) {
        Optional<Sale> stored = kept.sale(payment.id());
        if (stored.isPresent()) {
            return stored.get();
        }
        if (!isPlain(payment)) {
            throw new CounterException(TransactionError.LINES_UNKNOWN);
        }
        Basket basket = new Basket(
                "",
                payment.currency(),
                payment.lines().stream().map(MakingBaskets::line).toList(),
                Basket.Place.TILL,
                Basket.PriceRules.PLAIN);
        QuoteRequest request = new QuoteRequest(
                basket,
                Shopper.UNKNOWN,
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                Ids.momentOf(payment.id()).atZone(ZoneOffset.UTC));
        return pricing.sale(request, Offers.NONE, pricing.quote(request, Offers.NONE));
    }

    /**
     * Whether each line cost its pieces' price, as far as anybody knows, and all of them can be priced: a sale of the past
     * may have more lines or pieces, and a list price may be higher, than pricing takes.
     */
    private static boolean isPlain(GoodsBack.Paid payment) {
        return !payment.lines().isEmpty()
                && payment.lines().size() <= Basket.MOST_LINES
                && payment.lines().stream()
                        .allMatch(line -> Basket.Line.takes(line.quantity(), line.unitAmount())
                                && line.amount() == line.quantity() * line.unitAmount());
    }
}
