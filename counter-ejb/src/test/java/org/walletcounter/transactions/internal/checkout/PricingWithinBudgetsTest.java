package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.Verdict;
import org.walletcounter.promotions.Verdict.Reason;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.vouchers.Vouchers;

/** A basket of 20.00 and vouchers of one campaign, each of which takes 5.00 off. */
class PricingWithinBudgetsTest {

    private static final UUID CAMPAIGN = UUID.randomUUID();
    private static final Actor CASHIER = new Actor("staff:1", "Cao", "cashier", UUID.randomUUID(), null);

    private final List<String> asked = new ArrayList<>();
    private final Map<UUID, Long> budgets = new HashMap<>();
    private final PurePricing pure = new PurePricing();
    private final PricingWithinBudgets pricing = new PricingWithinBudgets(
            door(Promotions.class, arguments -> {
                QuoteRequest request = (QuoteRequest) arguments[1];
                return pure.sale(request, Offers.NONE, pure.quote(request, Offers.NONE));
            }),
            door(Vouchers.class, arguments -> budgets));

    @Test
    void whoBringsNoVoucherIsAskedNothingMore() {
        assertThat(priced(List.of(), Set.of()).totals().payable()).isEqualTo(2_000);
        assertThat(asked).containsExactly("quote");
    }

    @Test
    void vouchersOfACampaignWithoutABudgetAreUsed() {
        assertThat(priced(hand(2, 2), Set.of()).totals().payable()).isEqualTo(1_000);
        assertThat(asked).containsExactly("quote", "budgetsLeft");
    }

    @Test
    void whatTheBudgetHoldsIsUsedAndTheOthersAreToldToBeUsedUp() {
        budgets.put(CAMPAIGN, 700L);
        Quote quote = priced(hand(3, 2), Set.of());
        assertThat(quote.totals().payable()).isEqualTo(1_500);
        assertThat(quote.verdicts())
                .extracting(Verdict::reason)
                .containsExactlyInAnyOrder(Reason.USED, Reason.USED_UP, Reason.USED_UP);
        assertThat(asked).containsExactly("quote", "budgetsLeft", "quote", "budgetsLeft");
    }

    @Test
    void aSpentBudgetLeavesAllVouchersOfItsCampaignOutTogether() {
        budgets.put(CAMPAIGN, 499L);
        Quote quote = priced(hand(30, 1), Set.of());
        assertThat(quote.totals().payable()).isEqualTo(2_000);
        assertThat(quote.verdicts()).hasSize(30).extracting(Verdict::reason).containsOnly(Reason.USED_UP);
        assertThat(asked).containsExactly("quote", "budgetsLeft", "quote");
    }

    @Test
    void whatTheCustomerDoesNotWantIsToldAsThat() {
        budgets.put(CAMPAIGN, 0L);
        List<VoucherOffer> hand = hand(2, 2);
        UUID unwanted = hand.get(0).holdingId();
        Quote quote = priced(hand, Set.of(unwanted));
        assertThat(quote.verdicts())
                .filteredOn(each -> each.id().equals(unwanted))
                .extracting(Verdict::reason)
                .containsExactly(Reason.NOT_WANTED);
        assertThat(quote.totals().payable()).isEqualTo(2_000);
    }

    private Quote priced(List<VoucherOffer> hand, Set<UUID> without) {
        Basket basket = new Basket(
                "1",
                "CNY",
                List.of(Basket.Line.of(1, "cup", "cups", 1, 2_000)),
                Basket.Place.TILL,
                Basket.PriceRules.PLAIN);
        QuoteRequest request = new QuoteRequest(
                basket,
                Shopper.UNKNOWN,
                new Holdings(hand, null),
                new QuoteRequest.Wishes(without, Set.of()),
                ZonedDateTime.parse("2026-11-20T12:00:00Z"));
        return pricing.sale(CASHIER, request).quote();
    }

    private static List<VoucherOffer> hand(int count, int perOrder) {
        VoucherTerms terms = new VoucherTerms(Terms.of("Five", "CNY", new Benefit.AmountOff(500)), perOrder);
        return Stream.generate(() -> new VoucherOffer(UUID.randomUUID(), CAMPAIGN, 1, terms, 1, null, null))
                .limit(count)
                .toList();
    }

    private <T> T door(Class<T> face, Function<Object[], Object> answer) {
        return face.cast(
                Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (self, method, arguments) -> {
                    asked.add(method.getName());
                    return answer.apply(arguments);
                }));
    }
}
