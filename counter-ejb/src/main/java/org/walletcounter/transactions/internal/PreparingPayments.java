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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Payer;
import org.walletcounter.members.Payers;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.BasketLine;
import org.walletcounter.orders.Catalogue;
import org.walletcounter.orders.PricedBasket;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.PaymentRequest;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.Wish;
import org.walletcounter.transactions.internal.checkout.Asked;
import org.walletcounter.transactions.internal.checkout.Joined;
import org.walletcounter.transactions.internal.checkout.Joining;
import org.walletcounter.transactions.internal.checkout.Occasion;
import org.walletcounter.transactions.internal.checkout.Priced;
import org.walletcounter.transactions.internal.checkout.PricingSales;

/**
 * Turns a request into an attempt: checks its form in the order of the refusals, finds out who pays, prices the basket, and
 * joins to it what the sale moves besides money. Holds no transaction.
 */
@Dependent
class PreparingPayments {

    private final Directory directory;
    private final Catalogue catalogue;
    private final Payers payers;
    private final PricingSales pricing;
    private final Joining joining;
    private final Clock clock;

    /** For what waits for the database once the payer is known; in the caller's name. */
    @Resource
    private ManagedExecutorService elsewhere;

    @Inject
    @SuppressWarnings({"NullAway.Init", "checkstyle:ParameterNumber"}) // the doors that a payment walks through
    PreparingPayments(
            Directory directory,
            Catalogue catalogue,
            Payers payers,
            PricingSales pricing,
            Joining joining,
            Clock clock) {
        this.directory = directory;
        this.catalogue = catalogue;
        this.payers = payers;
        this.pricing = pricing;
        this.joining = joining;
        this.clock = clock;
    }

    CompletionStage<Attempt> prepare(Actor actor, CommandKey key, PaymentRequest request) {
        Instant now = clock.instant();
        String currency = directory.merchant(actor.merchantId()).currency();
        Places.require(directory, actor, request.storeId(), request.tillId());
        PaymentRules.requireAmount(request, currency);
        PricedBasket basket = catalogue.price(actor, lines(request), currency);
        if (request.wish() == null) {
            PaymentRules.requireTenders(request, basket.total());
        }
        Attempt.Head head = new Attempt.Head(
                actor,
                key,
                Ids.next(clock),
                Ids.next(clock),
                now,
                directory.businessDay(actor.merchantId(), now),
                clock);
        return customer(actor, request.shown(), currency, customer -> attempt(head, request, basket.lines(), customer));
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

    private Attempt attempt(
            Attempt.Head head, PaymentRequest request, List<PricedLine> atList, Attempt.Customer customer) {
        if (customer.refusal() != null) {
            return new Attempt(head, request, atList, customer, Joined.NONE);
        }
        Occasion occasion = occasion(head, request, customer.payer());
        Wish wish = request.wish();
        if (wish == null) {
            return new Attempt(head, request, atList, customer, joining.earning(head.actor(), occasion, atList));
        }
        Priced priced = pricing.price(head.actor(), asked(head, request, atList, occasion));
        PaymentRules.requireTenders(request, priced.payable());
        return new Attempt(head, request, priced.sold(), customer, joining.join(head.actor(), occasion, priced));
    }

    private static Occasion occasion(Attempt.Head head, PaymentRequest request, @Nullable Payer payer) {
        return new Occasion(
                new Occasion.Ids(head.paymentId(), head.journalId()),
                request.storeId(),
                request.saleNumber(),
                payer == null ? null : payer.memberId(),
                new Occasion.When(head.occurredAt(), head.businessDay()));
    }

    private static Asked asked(Attempt.Head head, PaymentRequest request, List<PricedLine> lines, Occasion occasion) {
        return new Asked(
                new Asked.Place(
                        request.storeId(),
                        request.tillId(),
                        request.saleNumber(),
                        request.amount().currency(),
                        head.occurredAt()),
                lines,
                occasion.memberId(),
                request.wish() == null ? Wish.BEST : request.wish(),
                request.tenders().stream().map(Tender::kind).collect(Collectors.toSet()));
    }

    private static CounterException onMerits(Throwable failure) {
        if (failure instanceof CounterException refusal && refusal.error().kind() == ErrorCode.Kind.REFUSED) {
            return refusal;
        }
        throw new CompletionException(failure);
    }
}
