package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Payers;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.transactions.PaymentRequest;

/**
 * Turns a request into an attempt: checks its form in the order of the refusals, prices the basket, and finds out who
 * pays. Holds no transaction.
 */
@Dependent
class PreparingPayments {

    private final Directory directory;
    private final Catalogue catalogue;
    private final Payers payers;
    private final Clock clock;

    @Inject
    PreparingPayments(Directory directory, Catalogue catalogue, Payers payers, Clock clock) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.payers = payers;
        this.clock = clock;
    }

    CompletionStage<Attempt> prepare(Actor actor, CommandKey key, PaymentRequest request) {
        Instant now = clock.instant();
        String currency = directory.merchant(actor.merchantId()).currency();
        Places.require(directory, actor, request.storeId(), request.tillId());
        PaymentRules.requireAmount(request, currency);
        PricedBasket basket = catalogue.price(actor, lines(request), currency);
        PaymentRules.requireTenders(request, basket.total());
        Attempt.Head head = new Attempt.Head(
                actor,
                key,
                Ids.next(clock),
                Ids.next(clock),
                now,
                directory.businessDay(actor.merchantId(), now),
                clock);
        return customer(actor, request.shown(), currency)
                .thenApply(customer -> new Attempt(head, request, basket.lines(), customer));
    }

    /** A payment of a bare amount is booked as one open line, so that the lines of a day sum to its payments. */
    private static List<BasketLine> lines(PaymentRequest request) {
        return request.lines().isEmpty()
                ? List.of(new BasketLine(null, null, 1, request.amount().minor()))
                : request.lines();
    }

    /** What is refused on its merits is kept as a refused payment; what is no code at all is told at once. */
    private CompletionStage<Attempt.Customer> customer(Actor actor, @Nullable String shown, String currency) {
        if (shown == null) {
            return CompletableFuture.completedStage(Attempt.Customer.UNKNOWN);
        }
        return payers.showing(actor, shown, currency)
                .handle((payer, failure) -> failure == null
                        ? new Attempt.Customer(payer, null)
                        : new Attempt.Customer(null, onMerits(failure)));
    }

    private static CounterException onMerits(Throwable failure) {
        if (failure instanceof CounterException refusal && refusal.error().kind() == ErrorCode.Kind.REFUSED) {
            return refusal;
        }
        throw new CompletionException(failure);
    }
}
