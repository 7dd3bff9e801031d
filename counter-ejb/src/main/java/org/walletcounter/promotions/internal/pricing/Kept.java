package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.ReturnRequest.Policy;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.internal.effects.Effects;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Target;
import org.walletcounter.promotions.internal.goods.Working;

/**
 * What a customer has who keeps some of a sale's pieces: what it is worth, which reductions it still carries, what it still
 * promises. It hangs on the pieces alone, not on the way there; hence returns in any parts end at the same sums.
 *
 * @param pieces how many of each line are kept
 * @param anew the kept goods priced anew with the sale's own promotions and vouchers; null when all or nothing is kept, or
 *     when the policy does not ask
 */
record Kept(
        Sale sale,
        Map<Integer, Integer> pieces,
        Policy policy,
        @Nullable Anew anew) {

    /** The kept goods as a question, and its answer. */
    record Anew(QuoteRequest kept, Quote quote) {}

    static Kept of(Pricing pricing, Sale sale, Map<Integer, Integer> pieces, Policy policy) {
        List<Basket.Line> lines = new ArrayList<>();
        for (Basket.Line line : sale.request().basket().lines()) {
            int left = pieces.getOrDefault(line.line(), 0);
            if (left > 0) {
                lines.add(line.times(left));
            }
        }
        boolean less =
                sale.quote().lines().stream().anyMatch(each -> pieces.getOrDefault(each.line(), 0) < each.quantity());
        boolean asks = policy != Policy.KEEP_SHARE && !lines.isEmpty() && less;
        return new Kept(sale, pieces, policy, asks ? anew(pricing, sale, lines) : null);
    }

    boolean nothing() {
        return pieces.values().stream().allMatch(left -> left == 0);
    }

    /** What was paid, in money and points, for the pieces kept; by their shares, whatever the policy. */
    long paid() {
        return sale.quote().lines().stream()
                .mapToLong(line -> share(line.due() + covered(line.line()), line.line()))
                .sum();
    }

    /** What was paid, in money and points, for all pieces of the sale, before rounding. */
    long all() {
        return sale.quote().lines().stream().mapToLong(Quote.Line::due).sum() + covered();
    }

    /** What of that points have paid: what they took off, and the tax that was not added to it. */
    long covered() {
        return sale.quote().lines().stream()
                .mapToLong(line -> covered(line.line()))
                .sum();
    }

    /** What the pieces kept are worth under the policy. */
    long worth() {
        if (policy == Policy.RE_EVALUATE && anew != null) {
            return anew.quote().lines().stream().mapToLong(Quote.Line::due).sum();
        }
        return paid() + clawedBack();
    }

    /** How much of a reduction the pieces kept still carry. */
    long carried(Adjustment reduction) {
        if (anew == null) {
            return shared(reduction);
        }
        long granted = granted(reduction);
        return policy == Policy.RE_EVALUATE ? granted : standing(reduction, granted);
    }

    /**
     * How many vouchers of a holding are still in use: each until the last piece that it reduced has come back, and all of
     * them as long as they fit what is kept and priced anew. Whoever had them in the hand again would have them twice.
     */
    int used(UUID holding) {
        int all = sale.quote().verdicts().stream()
                .filter(each -> each.id().equals(holding))
                .mapToInt(Verdict::used)
                .sum();
        List<Adjustment> reductions = sale.quote().trace().stream()
                .filter(each -> each.source().id().equals(holding))
                .toList();
        int gone = (int) reductions.stream().filter(this::allBack).count();
        if (nothing()) {
            return 0;
        }
        return fits(holding) ? all : all - gone;
    }

    /**
     * Whether vouchers of a holding are among what may reduce the goods that are kept and priced anew, be they part of the best
     * price or not. Only those carry anything; and as conditions ask for at least so much, what does not fit never fits again
     * with less. So a voucher that is free carries nothing, and is not freed twice.
     */
    private boolean fits(UUID holding) {
        if (anew == null || policy != Policy.RE_EVALUATE) {
            return false;
        }
        QuoteRequest kept = anew.kept();
        return new Preparing(kept, listed(kept))
                .prepare(sale.offers()).candidates().stream()
                        .anyMatch(each -> each.id().equals(holding));
    }

    /** How much of a promise still stands: credits by the share of what is kept, the rest whole or by its own condition. */
    long promised(Promise promise) {
        if (nothing()) {
            return 0;
        }
        if (promise.kind() == Promise.Kind.CREDIT) {
            long all = all();
            return all == 0 ? promise.count() : new Proportion(paid(), all).of(promise.count());
        }
        return anew == null ? promise.count() : Math.min(promise.count(), promisedAnew(anew.kept(), promise));
    }

    private long clawedBack() {
        if (anew == null) {
            return 0;
        }
        return sale.quote().trace().stream()
                .filter(each -> each.amount() < 0 && Returning.isReduction(each))
                .mapToLong(this::lost)
                .sum();
    }

    /** What no longer stands of a reduction, with the tax that is added to what is dearer without it. */
    private long lost(Adjustment reduction) {
        long gone = shared(reduction) - standing(reduction, granted(reduction));
        if (gone == 0) {
            return 0;
        }
        long before = reduction.shares().stream()
                .mapToLong(share -> tax(share.line(), share(-share.amount(), share.line())))
                .sum();
        long now = again(reduction)
                .flatMap(each -> each.shares().stream())
                .mapToLong(share -> tax(share.line(), -share.amount()))
                .sum();
        return gone + Math.max(0, before - now);
    }

    /** What stands of a reduction: all that was shared, unless pricing anew gives less by more than rounding. */
    private long standing(Adjustment reduction, long granted) {
        long shared = shared(reduction);
        return shared - granted > pieces.size() ? granted : shared;
    }

    private long shared(Adjustment reduction) {
        return reduction.shares().stream()
                .mapToLong(share -> share(-share.amount(), share.line()))
                .sum();
    }

    private long granted(Adjustment reduction) {
        return again(reduction).mapToLong(each -> -each.amount()).sum();
    }

    /** The same promotion or voucher on what is kept, priced anew. */
    private Stream<Adjustment> again(Adjustment reduction) {
        return anew == null
                ? Stream.empty()
                : anew.quote().trace().stream()
                        .filter(each ->
                                each.source().id().equals(reduction.source().id()));
    }

    /** What the kept goods alone would be promised, before any discount: less goods never get more. */
    private long promisedAnew(QuoteRequest kept, Promise promise) {
        Scene scene = listed(kept);
        Judging judging = new Judging(scene, Working.of(scene));
        return Stream.concat(
                        sale.offers().promotions().stream()
                                .filter(each -> each.id().equals(promise.campaignId()))
                                .map(Promotion::terms),
                        sale.request().holdings().vouchers().stream()
                                .filter(each -> each.campaignId().equals(promise.campaignId()))
                                .map(each -> each.terms().terms()))
                .distinct() // each voucher in the hand is an offer of its own, and a promise is what one of them gives
                .filter(terms -> judging.holds(terms.when()))
                .flatMap(terms -> promises(scene, promise.campaignId(), terms))
                .filter(each -> each.kind() == promise.kind() && Objects.equals(each.what(), promise.what()))
                .mapToLong(Promise::count)
                .sum();
    }

    /** The kept goods at the prices of the lists that the sale was priced by. */
    private Scene listed(QuoteRequest kept) {
        return new PricingByList(Scene.of(kept), sale.offers().priceLists()).scene();
    }

    private static Stream<Promise> promises(Scene scene, UUID campaign, Terms terms) {
        Target target = Target.of(scene, campaign, terms);
        return Effects.of(terms.benefit(), scene).promises(target, Working.of(scene)).stream();
    }

    private boolean allBack(Adjustment reduction) {
        return reduction.shares().stream().allMatch(share -> pieces.getOrDefault(share.line(), 0) == 0);
    }

    /** The kept pieces' share of an amount: what is given back of it is rounded down. */
    private long share(long amount, int line) {
        int sold = sold(line);
        int back = sold - pieces.getOrDefault(line, 0);
        return amount - new Proportion(back, sold).of(amount);
    }

    private int sold(int line) {
        return sale.quote().lines().stream()
                .filter(each -> each.line() == line)
                .mapToInt(Quote.Line::quantity)
                .findFirst()
                .orElseThrow();
    }

    private long covered(int line) {
        long points = points(line);
        return points + tax(line, points);
    }

    /** The tax that is added to an amount of a line; none where prices contain it. */
    private long tax(int line, long amount) {
        Basket basket = sale.request().basket();
        if (basket.rules().taxIncluded()) {
            return 0;
        }
        return basket.lines().stream()
                .filter(each -> each.line() == line)
                .mapToLong(each -> Shares.percent(amount, each.taxBasisPoints()))
                .sum();
    }

    private long points(int line) {
        return sale.quote().trace().stream()
                .filter(each -> each.step() == Adjustment.Step.POINTS)
                .flatMap(each -> each.shares().stream())
                .filter(share -> share.line() == line)
                .mapToLong(share -> -share.amount())
                .sum();
    }

    private static Anew anew(Pricing pricing, Sale sale, List<Basket.Line> lines) {
        QuoteRequest then = sale.request();
        QuoteRequest kept = new QuoteRequest(
                then.basket().with(lines),
                then.shopper(),
                new Holdings(then.holdings().vouchers(), null),
                then.wishes(),
                then.moment());
        return new Anew(kept, pricing.quote(kept, sale.offers()));
    }
}
