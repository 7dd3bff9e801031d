package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.Payer;
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

/** Makes an attempt of a request whose customer is known: at its price, with what it moves besides money. */
@Dependent
class PricingAttempts {

    private final PricingSales pricing;
    private final Joining joining;

    @Inject
    PricingAttempts(PricingSales pricing, Joining joining) {
        this.pricing = pricing;
        this.joining = joining;
    }

    /** Waits for the database where a member pays or the sale is to be priced. */
    Attempt attempt(Attempt.Head head, PaymentRequest request, List<PricedLine> atList, Attempt.Customer customer) {
        if (customer.refusal() != null) {
            // It is kept at the amount it says, so its tenders must sum to that: nobody reckons its price any more.
            PaymentRules.requireTenders(request, request.amount());
            return new Attempt(head, request, atList, customer, Joined.NONE);
        }
        Occasion occasion = occasion(head, request, customer.payer());
        Wish wish = request.wish();
        if (wish == null) {
            return atList(head, request, atList, customer);
        }
        Priced priced = pricing.price(head.actor(), asked(head, request, atList, occasion));
        PaymentRules.requireTenders(request, priced.payable());
        return new Attempt(head, request, priced.sold(), customer, joining.join(head.actor(), occasion, priced));
    }

    private Attempt atList(
            Attempt.Head head, PaymentRequest request, List<PricedLine> lines, Attempt.Customer customer) {
        Occasion occasion = occasion(head, request, customer.payer());
        return pricing.atList(head.actor(), asked(head, request, lines, occasion))
                .map(priced -> new Attempt(
                        head, request, priced.sold(), customer, joining.join(head.actor(), occasion, priced)))
                .orElseGet(() ->
                        new Attempt(head, request, lines, customer, joining.earning(head.actor(), occasion, lines)));
    }

    /** What a basket costs at list prices, with the tax that is added to them. */
    Money listPrice(Attempt.Head head, PaymentRequest request, PricedBasket basket) {
        Occasion occasion = occasion(head, request, null);
        return pricing.atList(head.actor(), asked(head, request, basket.lines(), occasion))
                .map(Priced::payable)
                .orElse(basket.total());
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
                        head.occurredAt(),
                        request.channel()),
                lines,
                occasion.memberId(),
                request.wish() == null ? Wish.BEST : request.wish(),
                request.tenders().stream().map(Tender::kind).collect(Collectors.toSet()));
    }
}
