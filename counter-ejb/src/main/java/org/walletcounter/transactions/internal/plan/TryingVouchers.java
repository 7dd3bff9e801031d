package org.walletcounter.transactions.internal.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Advice;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.transactions.SpendingPlan.Fitting;
import org.walletcounter.transactions.SpendingPlan.More;
import org.walletcounter.transactions.internal.checkout.Asked;
import org.walletcounter.transactions.internal.checkout.PricingSales;
import org.walletcounter.vouchers.PlainTerms;

/**
 * Tries vouchers on a sale, one by one: each is offered to the house's own pricing with everything else that is on offer. What
 * it saves is what the price is lower for it, so a voucher that only takes a promotion's place saves the difference.
 */
@Dependent
class TryingVouchers {

    private final PricingSales pricing;
    private final Promotions promotions;

    @Inject
    TryingVouchers(PricingSales pricing, Promotions promotions) {
        this.pricing = pricing;
        this.promotions = promotions;
    }

    /** A sale to try vouchers on, with its price without any. */
    record Bare(QuoteRequest request, Money price) {}

    /** The price of a sale without vouchers; empty if nobody could sell it like that. */
    Optional<Bare> bare(Actor actor, Asked asked) {
        QuoteRequest request;
        try {
            request = pricing.bare(actor, asked);
        } catch (CounterException beyondAnyBasket) {
            return Optional.empty();
        }
        return Optional.of(
                new Bare(request, payable(promotions.quote(actor, request).quote())));
    }

    /** Those that save something, or would with a little more. Without an order. */
    List<Fitting> fitting(Actor actor, Bare bare, List<Candidate> candidates) {
        return candidates.stream()
                .map(each -> tried(actor, bare, each))
                .filter(each -> each.saving().isPositive() || each.more() != null)
                .toList();
    }

    /** What saves most first, then what takes the least more. Of equals the one that ends first. */
    static Comparator<Fitting> bestFirst() {
        return Comparator.comparingLong((Fitting each) -> -each.saving().minor())
                .thenComparingLong(TryingVouchers::missing)
                .thenComparing(Fitting::until, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Fitting::id);
    }

    /** What there is to add before it saves anything. */
    private static long missing(Fitting fitting) {
        More more = fitting.more();
        return fitting.saving().isPositive() || more == null ? 0 : more.add().minor();
    }

    private Fitting tried(Actor actor, Bare bare, Candidate candidate) {
        QuoteRequest request = new QuoteRequest(
                bare.request().basket(),
                bare.request().shopper(),
                new Holdings(List.of(candidate.offer()), null),
                bare.request().wishes(),
                bare.request().moment());
        Quote quote = promotions.quote(actor, request).quote();
        long saving = Math.max(0, bare.price().minor() - payable(quote).minor());
        return new Fitting(
                candidate.offer().holdingId(),
                candidate.offer().campaignId(),
                candidate.names(),
                PlainTerms.of(candidate.offer().terms()).from(),
                candidate.count(),
                candidate.until(),
                Money.of(saving, quote.currency()),
                more(quote, candidate.offer().holdingId()));
    }

    private static @Nullable More more(Quote quote, UUID holding) {
        return quote.advice().stream()
                .filter(each -> each.id().equals(holding))
                .findFirst()
                .map(each -> more(each, quote.currency()))
                .orElse(null);
    }

    private static More more(Advice advice, String currency) {
        return new More(Money.of(advice.add(), currency), Money.of(advice.save(), currency));
    }

    private static Money payable(Quote quote) {
        return Money.of(quote.totals().payable(), quote.currency());
    }
}
