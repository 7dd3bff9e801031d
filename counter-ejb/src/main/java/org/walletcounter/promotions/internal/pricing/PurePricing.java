package org.walletcounter.promotions.internal.pricing;

import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.internal.goods.Scene;

/** The price of a basket, step by step. */
@Dependent
@SuppressWarnings("checkstyle:ClassFanOutComplexity") // the steps of a price, a class each
public class PurePricing implements Pricing {

    /**
     * So many combinations are looked at before the best one found has to do. The hardest of 30,000 drawn baskets of thirty
     * lines and forty offers needed 8,636, one in a hundred of them more than 930.
     */
    static final int ALLOWANCE = 12_000;

    @Override
    public Quote quote(QuoteRequest request, Offers offers) {
        Scene catalogue = Scene.of(request);
        PricingByList lists = new PricingByList(catalogue, offers.priceLists());
        Scene scene = lists.scene();
        Preparing.Prepared prepared = new Preparing(request, scene).prepare(offers);
        Legality legality = new Legality(prepared.candidates());
        Guarding guard = new Guarding(scene, prepared.candidates(), offers.guard());
        Search.Found found = new Search(prepared.candidates(), legality, scene, guard, ALLOWANCE).run();
        Combination best = new Combination(scene, prepared.candidates(), legality, found.chosen());

        Tracing tracing = new Tracing(scene);
        for (int i = 0; i < best.candidates().size(); i++) {
            if (best.has(i)) {
                tracing.apply(best.candidates().get(i));
            }
        }
        Settling settling = new Settling(catalogue, scene, tracing.working())
                .settle(request.holdings().points());
        return new Quote(
                request.basket().currency(),
                settling.lines(),
                settling.totals(),
                joined(lists.trace(), tracing.trace(), settling.trace()),
                tracing.promises(),
                verdicts(new Explaining(best, tracing.trace(), guard).verdicts(), prepared.verdicts()),
                new Advising(request, offers, best, prepared).advice(),
                found.told(prepared.all()));
    }

    @Override
    public Sale sale(QuoteRequest request, Offers offers, Quote quote) {
        return Keeping.sale(request, offers, quote);
    }

    @Override
    public RefundPlan refund(Sale sale, ReturnRequest request) {
        return new Returning(this, sale).plan(request);
    }

    private static List<Verdict> verdicts(List<Verdict> compared, List<Verdict> rejected) {
        List<Verdict> all = new ArrayList<>(joined(compared, rejected));
        all.sort(Verdict.ORDER);
        return all;
    }

    @SafeVarargs
    private static <T> List<T> joined(List<T>... lists) {
        List<T> all = new ArrayList<>();
        for (List<T> list : lists) {
            all.addAll(list);
        }
        return all;
    }
}
