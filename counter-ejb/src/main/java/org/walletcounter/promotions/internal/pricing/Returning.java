package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.internal.goods.Shares;

/**
 * What goes back for returned goods. A plan is the difference between what the customer had before and has after, so that the
 * plans of all returns of a sale add up to what was paid, in whatever parts the goods came back.
 */
final class Returning {

    private final Pricing pricing;
    private final Sale sale;
    private final Kept bought;

    Returning(Pricing pricing, Sale sale) {
        this.pricing = pricing;
        this.sale = sale;
        this.bought = new Kept(sale, sold(), ReturnRequest.Policy.KEEP_SHARE, null);
    }

    RefundPlan plan(ReturnRequest request) {
        Map<Integer, Integer> before = left(sold(), request.before(), "before");
        Map<Integer, Integer> after = left(before, request.now(), "now");
        Kept had = Kept.of(pricing, sale, before, request.policy());
        Kept has = Kept.of(pricing, sale, after, request.policy());
        long until = money(has, all() - has.worth());
        long money = Math.max(0, until - request.given().money());
        long given = given(money(had, all() - had.worth()), until, request.given());
        long points = Math.max(0, points(all() - has.worth()) - request.given().points());
        long goods = money(has, all() - has.paid()) - money(had, all() - had.paid());
        return new RefundPlan(
                money,
                points,
                goods,
                goods - money - given,
                given,
                reversals(had, has),
                promises(had, has),
                vouchers(had, has));
    }

    /**
     * How much of what is due between two states went back beforehand: what was given beyond the first of them. No more than
     * amounts: where goods that came back later took a discount along, less is due than earlier goods gave back.
     */
    private static long given(long from, long until, ReturnRequest.Given given) {
        return Math.max(0, Math.min(Math.min(until, given.money()) - from, given.amounts()));
    }

    /** Whether a promotion or voucher did it. */
    static boolean isReduction(Adjustment adjustment) {
        return switch (adjustment.step()) {
            case LINE, ORDER, VOUCHER -> true;
            case PRICE_LIST, POINTS, TAX, ROUNDING -> false;
        };
    }

    private Map<Integer, Integer> sold() {
        Map<Integer, Integer> sold = new LinkedHashMap<>();
        for (Quote.Line line : sale.quote().lines()) {
            sold.put(line.line(), line.quantity());
        }
        return sold;
    }

    private static Map<Integer, Integer> left(Map<Integer, Integer> there, Map<Integer, Integer> back, String field) {
        Map<Integer, Integer> left = new LinkedHashMap<>(there);
        back.forEach((line, pieces) -> {
            int kept = there.getOrDefault(line, 0);
            if (pieces < 0 || pieces > kept) {
                throw CounterException.at(field + "." + line, PromotionError.RETURNS_MORE_THAN_KEPT, line, kept);
            }
            left.put(line, kept - pieces);
        });
        return left;
    }

    /** What was paid for everything, in money and points, before rounding. */
    private long all() {
        return bought.all();
    }

    /** The money in a value that goes back. What was rounded off stays off until the last piece is back. */
    private long money(Kept kept, long value) {
        Quote.Totals totals = sale.quote().totals();
        if (kept.nothing()) {
            return totals.payable();
        }
        long back = Math.max(0, value);
        return Math.min(totals.payable(), back - part(bought.covered(), back));
    }

    private long points(long value) {
        return part(sale.quote().totals().pointsSpent(), Math.max(0, value));
    }

    private long part(long amount, long value) {
        return all() == 0 ? amount : new Proportion(value, all()).of(amount);
    }

    private List<RefundPlan.Reversal> reversals(Kept had, Kept has) {
        List<RefundPlan.Reversal> reversals = new ArrayList<>();
        for (Adjustment each : sale.quote().trace()) {
            if (isReduction(each)) {
                long[] weights = each.funders().stream()
                        .mapToLong(Adjustment.Funder::amount)
                        .toArray();
                long[] before = Shares.of(had.carried(each), weights);
                long[] after = Shares.of(has.carried(each), weights);
                for (int i = 0; i < weights.length; i++) {
                    add(reversals, each, each.funders().get(i).party(), before[i] - after[i]);
                }
            }
        }
        return reversals;
    }

    private static void add(List<RefundPlan.Reversal> reversals, Adjustment of, String party, long amount) {
        if (amount != 0) {
            UUID source = of.source().id();
            reversals.add(new RefundPlan.Reversal(source, of.source().campaignId(), party, amount));
        }
    }

    private List<RefundPlan.PromiseBack> promises(Kept had, Kept has) {
        List<RefundPlan.PromiseBack> back = new ArrayList<>();
        int line = 0;
        for (Promise each : sale.quote().promises()) {
            line++;
            long before = had.promised(each);
            long after = has.promised(each);
            if (before > after) {
                back.add(new RefundPlan.PromiseBack(line, between(each, before, after)));
            }
        }
        return back;
    }

    /** What falls away of a promise. Its worth is a difference too: what is rounded off it once comes back with the rest. */
    private static Promise between(Promise promise, long before, long after) {
        return new Promise(
                promise.kind(),
                promise.campaignId(),
                promise.names(),
                promise.what(),
                before - after,
                worth(promise, before) - worth(promise, after),
                promise.afterDays());
    }

    private static long worth(Promise promise, long count) {
        return new Proportion(count, promise.count()).of(promise.worth());
    }

    private List<UUID> vouchers(Kept had, Kept has) {
        List<UUID> back = new ArrayList<>();
        for (VoucherOffer each : sale.request().holdings().vouchers()) {
            int free = had.used(each.holdingId()) - has.used(each.holdingId());
            for (int i = 0; i < free; i++) {
                back.add(each.holdingId());
            }
        }
        return back;
    }
}
