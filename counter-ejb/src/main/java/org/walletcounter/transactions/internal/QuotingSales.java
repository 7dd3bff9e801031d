package org.walletcounter.transactions.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.Members;
import org.walletcounter.members.Payer;
import org.walletcounter.merchants.Directory;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.Prices;
import org.walletcounter.transactions.CheckoutQuote;
import org.walletcounter.transactions.CheckoutRequest;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.checkout.Asked;
import org.walletcounter.transactions.internal.checkout.Joining;
import org.walletcounter.transactions.internal.checkout.Occasion;
import org.walletcounter.transactions.internal.checkout.Priced;
import org.walletcounter.transactions.internal.checkout.PricingSales;

/** Says what a sale costs a customer, before they pay. */
@Dependent
class QuotingSales {

    private final Directory directory;
    private final Prices prices;
    private final Members members;
    private final PricingSales pricing;
    private final Joining joining;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    QuotingSales(
            Directory directory,
            Prices prices,
            Members members,
            PricingSales pricing,
            Joining joining,
            Parameters parameters,
            Clock clock) {
        this.parameters = parameters;
        this.directory = directory;
        this.prices = prices;
        this.members = members;
        this.pricing = pricing;
        this.joining = joining;
        this.clock = clock;
    }

    CheckoutQuote quote(Actor actor, CheckoutRequest request) {
        Instant now = clock.instant();
        String currency = directory.merchant(actor.merchantId()).currency();
        Places.require(directory, actor, request.storeId(), request.tillId());
        PaymentRules.requireSaleNumber(request.saleNumber());
        if (request.shown() == null && request.wish().points() > 0) {
            throw CounterException.at("shown", TransactionError.POINTS_NEED_PAYER);
        }
        List<PricedLine> lines = prices.price(actor, request.lines(), currency).lines();
        Payer payer = request.shown() == null ? null : members.payer(actor, request.shown(), currency);
        UUID member = payer == null ? null : payer.memberId();
        Asked.Place place = new Asked.Place(
                request.storeId(), request.tillId(), request.saleNumber(), currency, now, request.channel());
        Asked asked = new Asked(place, lines, member, request.wish(), request.tenders());
        Priced priced = pricing.price(actor, asked);
        priced = priced.offering(pricing.points(actor, asked, priced));
        long earned = joining.wouldEarn(actor, occasion(actor, request, member, now), priced);
        return answer(priced, cash(actor, priced.payable()), payer, earned);
    }

    private Occasion occasion(Actor actor, CheckoutRequest request, @Nullable UUID member, Instant now) {
        return new Occasion(
                new Occasion.Ids(Ids.next(clock), Ids.next(clock)),
                request.storeId(),
                request.saleNumber(),
                member,
                new Occasion.When(now, directory.businessDay(actor.merchantId(), now)));
    }

    private Money cash(Actor actor, Money payable) {
        CashRounding rounding = CashRounding.of(parameters, actor.merchantId());
        return Money.of(rounding.round(payable.minor()), payable.currency());
    }

    private static CheckoutQuote answer(Priced priced, Money cash, @Nullable Payer payer, long earned) {
        return new CheckoutQuote(
                priced.payable(),
                cash,
                priced.sold(),
                priced.quote(),
                payer == null ? null : payer.memberId(),
                payer == null ? null : payer.greeting(),
                priced.tier(),
                priced.points(),
                earned);
    }
}
