package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Quote;
import org.walletcounter.vouchers.Checkout;
import org.walletcounter.vouchers.Redemption;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.Vouchers;

/** The vouchers that a priced sale uses, ready for its payment's journal. */
@Dependent
class UsedVouchers {

    private final Vouchers vouchers;

    @Inject
    UsedVouchers(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    Optional<Redemption> of(Actor actor, Occasion occasion, Priced priced) {
        List<Use> uses = uses(priced.quote());
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        Checkout.Place place = new Checkout.Place(actor.merchantId(), occasion.storeId(), occasion.saleNumber());
        Checkout.When when =
                new Checkout.When(occasion.when().at(), occasion.when().day());
        return Optional.of(
                vouchers.redeem(actor, new Checkout(occasion.ids().journal(), place, occasion.memberId(), when, uses)));
    }

    /** Each voucher that is used, with what it takes off: a gift voucher takes off nothing and is used all the same. */
    static List<Use> uses(Quote quote) {
        Map<UUID, Long> savings = quote.trace().stream()
                .filter(each -> each.step() == Adjustment.Step.VOUCHER)
                .collect(Collectors.groupingBy(
                        each -> each.source().id(), Collectors.summingLong(each -> -each.amount())));
        return quote.verdicts().stream()
                .filter(each -> each.voucher() && each.used() > 0)
                .map(each -> new Use(each.id(), Money.of(savings.getOrDefault(each.id(), 0L), quote.currency()), null))
                .toList();
    }
}
