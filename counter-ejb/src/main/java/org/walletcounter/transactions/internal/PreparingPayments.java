package org.walletcounter.transactions.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.Payers;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.Prices;
import org.walletcounter.transactions.PaymentRequest;

/**
 * Turns a request into an attempt: checks its form in the order of the refusals, finds out who pays, prices the basket, and
 * joins to it what the sale moves besides money. Holds no transaction.
 */
@Dependent
class PreparingPayments {

    private final Directory directory;
    private final Prices prices;
    private final Payers payers;
    private final PricingAttempts attempts;
    private final Parameters parameters;
    private final Clock clock;

    /** For what waits for the database once the payer is known; in the caller's name. */
    @Resource
    private ManagedExecutorService elsewhere;

    @Inject
    @SuppressWarnings("NullAway.Init")
    PreparingPayments(
            Directory directory,
            Prices prices,
            Payers payers,
            PricingAttempts attempts,
            Parameters parameters,
            Clock clock) {
        this.directory = directory;
        this.prices = prices;
        this.payers = payers;
        this.attempts = attempts;
        this.parameters = parameters;
        this.clock = clock;
    }

    CompletionStage<Attempt> prepare(Actor actor, CommandKey key, PaymentRequest asked) {
        Instant now = clock.instant();
        String currency = directory.merchant(actor.merchantId()).currency();
        Places.require(directory, actor, asked.storeId(), asked.tillId());
        PaymentRules.requireAmount(asked, currency);
        PaymentRequest request =
                asked.with(CashRounding.of(parameters, actor.merchantId()).round(asked.tenders()));
        PricedBasket basket = prices.price(actor, lines(request), currency);
        Attempt.Head head = new Attempt.Head(
                actor,
                key,
                Ids.next(clock),
                Ids.next(clock),
                now,
                directory.businessDay(actor.merchantId(), now),
                clock);
        if (request.wish() == null) {
            PaymentRules.requireTenders(request, attempts.listPrice(head, request, basket));
        }
        return customer(
                actor,
                request.shown(),
                currency,
                customer -> attempts.attempt(head, request, basket.lines(), customer));
    }

    /** A payment of a bare amount is booked as one open line, so that the lines of a day sum to its payments. */
    private static List<BasketLine> lines(PaymentRequest request) {
        return request.lines().isEmpty()
                ? List.of(new BasketLine(null, null, 1, request.amount().minor()))
                : request.lines();
    }

    /**
     * What is refused on its merits is kept as a refused payment; what is no code at all is told at once. Who asks for many
     * codes together must not be kept waiting, so what follows goes on elsewhere.
     */
    private CompletionStage<Attempt> customer(
            Actor actor, @Nullable String shown, String currency, Function<Attempt.Customer, Attempt> then) {
        if (shown == null) {
            return CompletableFuture.completedStage(then.apply(Attempt.Customer.UNKNOWN));
        }
        Function<Attempt.Customer, Attempt> inCallersName =
                elsewhere.getContextService().contextualFunction(then);
        return payers.showing(actor, shown, currency)
                .handle((payer, failure) -> failure == null
                        ? new Attempt.Customer(payer, null)
                        : new Attempt.Customer(null, onMerits(failure)))
                .thenApplyAsync(inCallersName, elsewhere);
    }

    private static CounterException onMerits(Throwable failure) {
        if (failure instanceof CounterException refusal && refusal.error().kind() == ErrorCode.Kind.REFUSED) {
            return refusal;
        }
        throw new CompletionException(failure);
    }
}
