package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Actor;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.Vouchers;

/**
 * The best legal price with those of the customer's vouchers whose campaigns' budgets hold what they save. What a price saves
 * with vouchers is asked about in one question; what a budget does not hold is left out of the next price, until nothing is.
 * Promotions do the same with theirs. The ledger decides with the payment.
 */
@Dependent
class PricingWithinBudgets {

    private final Promotions promotions;
    private final Vouchers vouchers;

    @Inject
    PricingWithinBudgets(Promotions promotions, Vouchers vouchers) {
        this.promotions = promotions;
        this.vouchers = vouchers;
    }

    /** Each round leaves out one voucher at least, so there are no more rounds than vouchers. */
    Sale sale(Actor actor, QuoteRequest request) {
        List<Verdict> leftOut = new ArrayList<>();
        QuoteRequest asked = request;
        Sale sale = promotions.quote(actor, asked);
        Set<UUID> lacking = lacking(asked, sale.quote());
        while (!lacking.isEmpty()) {
            leftOut.addAll(sale.quote().usedUp(lacking));
            asked = asked.bringing(asked.holdings().without(lacking));
            sale = promotions.quote(actor, asked);
            lacking = lacking(asked, sale.quote());
        }
        return sale.telling(leftOut);
    }

    /** The vouchers for which their campaign has nothing left, those that are used and those that could be used instead. */
    private Set<UUID> lacking(QuoteRequest asked, Quote quote) {
        List<VoucherOffer> hand = asked.holdings().vouchers();
        if (hand.isEmpty()) {
            return Set.of();
        }
        Map<UUID, Long> savings = savings(quote);
        Set<UUID> campaigns = hand.stream()
                .filter(each -> savings.containsKey(each.holdingId()))
                .map(VoucherOffer::campaignId)
                .collect(Collectors.toSet());
        if (campaigns.isEmpty()) {
            return Set.of();
        }
        return lacking(asked, savings, vouchers.budgetsLeft(campaigns));
    }

    /** What each voucher takes off, if it does; it is what its redemption takes from the budget. */
    private static Map<UUID, Long> savings(Quote quote) {
        return UsedVouchers.uses(quote).stream()
                .filter(each -> each.saving().isPositive())
                .collect(Collectors.toMap(Use::voucherId, each -> each.saving().minor()));
    }

    private static Set<UUID> lacking(QuoteRequest asked, Map<UUID, Long> savings, Map<UUID, Long> budgets) {
        Map<UUID, Long> left = new HashMap<>(budgets);
        Set<UUID> held = new HashSet<>();
        Set<UUID> spent = new HashSet<>();
        for (VoucherOffer each : asked.holdings().vouchers()) {
            Long saving = savings.get(each.holdingId());
            Long budget = left.get(each.campaignId());
            if (saving != null && budget != null) {
                if (saving <= budget) {
                    left.put(each.campaignId(), budget - saving);
                    held.add(each.holdingId());
                } else {
                    spent.add(each.campaignId());
                }
            }
        }
        return asked.holdings().vouchers().stream()
                .filter(each -> spent.contains(each.campaignId()))
                .map(VoucherOffer::holdingId)
                .filter(each -> !held.contains(each))
                .filter(each -> !asked.wishes().without().contains(each))
                .collect(Collectors.toSet());
    }
}
