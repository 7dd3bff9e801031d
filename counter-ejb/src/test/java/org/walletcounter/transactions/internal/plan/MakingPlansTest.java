package org.walletcounter.transactions.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.walletcounter.transactions.internal.TestSales.goods;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.loyalty.MemberStandings;
import org.walletcounter.loyalty.Points;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.orders.Prices;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.TestSales;
import org.walletcounter.transactions.internal.checkout.PricingSales;
import org.walletcounter.transactions.internal.checkout.TestCheckout;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.internal.TestVouchers;

/** Plans of real purchases and returns, with real vouchers and the real pricing. */
class MakingPlansTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final YearMonth MONTH = YearMonth.from(TODAY);

    private final UUID member = UUID.randomUUID();
    private final Actor self = new Actor("member:" + member, "R***", "member", SHOP.merchant(), null);
    private final Actor manager = new Actor("staff:m", "Mia", "manager", SHOP.merchant(), null);
    private final TestSales sales = new TestSales(SHOP.books(), PERSISTENCE, SHOP.merchant());
    private final MakingPlans making = making();

    @Test
    void aNewCustomerHasAPlanWithNothingInIt() {
        SpendingPlan plan = plan(self);
        assertThat(plan.month()).isEqualTo(new SpendingPlan.Month(MONTH.atDay(1), MONTH.atEndOfMonth(), TODAY, 0));
        assertThat(plan.whole()).isEqualTo(new SpendingPlan.Amounts(null, money(0), null));
        assertThat(plan.categories()).isEmpty();
        assertThat(plan.habit()).isEqualTo(new SpendingPlan.Habit(0, null, null, null));
        assertThat(plan.inHand()).isEmpty();
    }

    @Test
    void whatIsUsualIsTheMedianOfTheMonthsBeforeAndThisMonthIsWhatIsLeftAfterReturns() {
        sales.sell(member, before(3), goods("Tea", 1000), goods("Cups", 400));
        sales.sell(member, before(2), goods("Tea", 3000));
        sales.sell(member, before(1), goods("Tea", 2000));
        sales.sell(member, before(1), goods("Cups", 600));
        String kept = sales.sell(member, TODAY, goods("Tea", 900), goods("Cups", 300));
        sales.takeBack(kept, TODAY, goods("Cups", 100));
        sales.sell(null, TODAY, goods("Tea", 7777)); // somebody else's
        SpendingPlan plan = plan(self);
        assertThat(plan.month().seen()).isEqualTo(3);
        assertThat(plan.whole()).isEqualTo(amounts(2600, 1100));
        assertThat(plan.categories())
                .containsExactly(
                        new SpendingPlan.OfCategory("Tea", amounts(2000, 900)),
                        new SpendingPlan.OfCategory("Cups", amounts(400, 200)));
        assertThat(plan.habit().purchases()).isEqualTo(1);
        assertThat(plan.habit().usualPurchases()).isEqualTo(1);
        assertThat(plan.habit().usualPurchase()).isEqualTo(money(1400));
    }

    @Test
    void aReturnOfLastMonthsGoodsLowersLastMonthAndAnAmountIsBorneByAllCategories() {
        String sale = sales.sell(member, before(1), goods("Tea", 1000), goods("Cups", 500));
        sales.giveBack(sale, TODAY, 500);
        SpendingPlan plan = plan(self);
        assertThat(plan.month().seen()).as("only since the first purchase").isEqualTo(1);
        assertThat(plan.whole()).isEqualTo(amounts(1000, 0));
        assertThat(plan.categories())
                .containsExactly(
                        new SpendingPlan.OfCategory("Tea", amounts(667, 0)),
                        new SpendingPlan.OfCategory("Cups", amounts(333, 0)));
    }

    @Test
    void whoBoughtLongAgoHasMonthsOfNothing() {
        sales.sell(member, before(9), goods("Tea", 1000));
        sales.sell(member, before(1), goods("Tea", 1000));
        SpendingPlan plan = plan(self);
        assertThat(plan.month().seen()).isEqualTo(3);
        assertThat(plan.whole().usual()).isEqualTo(money(0));
    }

    @Test
    void vouchersInHandAreTriedOnTheUsualPurchaseBestFirst() {
        sales.sell(member, before(1), goods("Tea", 2000));
        sales.sell(member, before(1), goods("Tea", 9000));
        sales.sell(member, before(2), goods("Cups", 100));
        grant(off(300, Selection.ALL, 0));
        grant(off(700, Selection.ofCategories("Tea"), 0));
        grant(off(900, Selection.ofCategories("Cups"), 0));
        UUID beyond = grant(off(1000, Selection.ALL, 2500));
        SpendingPlan plan = plan(self);
        assertThat(plan.habit().like()).extracting("cost", "price").containsExactly(money(2000), money(2000));
        assertThat(plan.inHand())
                .extracting(SpendingPlan.Fitting::saving, SpendingPlan.Fitting::more)
                .containsExactly(
                        tuple(money(700), null),
                        tuple(money(300), null),
                        tuple(money(0), new SpendingPlan.More(money(500), money(1000))));
        assertThat(plan.inHand().get(2).campaignId()).isEqualTo(beyond);
        assertThat(plan.inHand().get(2).from()).isEqualTo(2500);
    }

    @Test
    void membersSeeWhatTheyCanTakeAndStaffWhatTheyCanGrant() {
        sales.sell(member, before(1), goods("Tea", 2000));
        UUID taking = SHOP.live(Way.TAKE, off(200, Selection.ALL, 0));
        UUID granting = SHOP.live(Way.GRANT, off(250, Selection.ALL, 0));
        assertThat(plan(self).toTake())
                .extracting(SpendingPlan.Fitting::campaignId)
                .contains(taking)
                .doesNotContain(granting);
        assertThat(plan(self).toGrant()).isEmpty();
        assertThat(plan(manager).toGrant())
                .extracting(SpendingPlan.Fitting::campaignId)
                .contains(granting)
                .doesNotContain(taking);
        assertThat(plan(manager).toTake()).isEmpty();
    }

    @Test
    void ofTheSameVoucherOneIsTriedAndAllAreCounted() {
        sales.sell(member, before(1), goods("Tea", 2000));
        UUID campaign = SHOP.live(Way.GRANT, off(200, Selection.ALL, 0));
        give(campaign);
        give(campaign);
        assertThat(plan(self).inHand())
                .extracting(SpendingPlan.Fitting::count, SpendingPlan.Fitting::saving)
                .containsExactly(tuple(2, money(200)));
    }

    @Test
    void aLimitIsKeptChangedAndRemoved() {
        sales.sell(member, TODAY, goods("Tea", 900));
        set(money(1000));
        assertThat(plan(self).limit())
                .isEqualTo(new SpendingPlan.Limit(money(1000), money(100), 9000, SpendingPlan.Limit.State.NEAR));
        set(money(600));
        assertThat(plan(manager).limit())
                .isEqualTo(new SpendingPlan.Limit(money(600), money(-300), 15_000, SpendingPlan.Limit.State.OVER));
        PERSISTENCE.inNew(() -> {
            making.removeLimit(self, member);
            return true;
        });
        assertThat(plan(self).limit()).isNull();
        assertThatThrownBy(() -> set(money(0))).hasMessageContaining(TransactionError.SPENDING_LIMIT_INVALID.name());
        assertThatThrownBy(() -> set(Money.of(100, "EUR")))
                .hasMessageContaining(TransactionError.CURRENCY_MISMATCH.name());
    }

    private void set(Money limit) {
        PERSISTENCE.inNew(() -> {
            making.limit(self, member, limit);
            return true;
        });
    }

    private SpendingPlan plan(Actor actor) {
        return PERSISTENCE.inNew(() -> making.plan(actor, member));
    }

    /** A day so many months ago. */
    private static LocalDate before(int months) {
        return MONTH.minusMonths(months).atDay(15);
    }

    private UUID grant(VoucherTerms terms) {
        UUID campaign = SHOP.live(Way.GRANT, terms);
        give(campaign);
        return campaign;
    }

    private void give(UUID campaign) {
        SHOP.vouchers().grant(manager, campaign, List.of(member));
    }

    private static VoucherTerms off(long minor, Selection on, long from) {
        Condition when = from == 0 ? Condition.ALWAYS : Condition.from(from);
        return new VoucherTerms(
                new Terms(
                        new Terms.Names("Off " + minor, "减" + minor),
                        "GBP",
                        when,
                        on,
                        new Benefit.AmountOff(minor),
                        Stacking.FREE,
                        Funding.MERCHANT),
                1);
    }

    private static SpendingPlan.Amounts amounts(long usual, long spent) {
        return new SpendingPlan.Amounts(money(usual), money(spent), money(usual - spent));
    }

    private static Money money(long minor) {
        return Money.of(minor, "GBP");
    }

    private static MakingPlans making() {
        Members members = answering(
                Members.class,
                (name, arguments) -> new MemberFacts((UUID) arguments[1], SHOP.merchant(), CLOCK.instant(), null));
        Directory directory = answering(Directory.class, (name, arguments) -> switch (name) {
            case "merchant" -> new MerchantView(SHOP.merchant(), "shop", "Shop", "店", "GBP", ZoneOffset.UTC);
            case "businessDay" -> TODAY;
            default -> List.of();
        });
        PurePricing pure = new PurePricing();
        Promotions promotions = answering(Promotions.class, (name, arguments) -> {
            QuoteRequest request = (QuoteRequest) arguments[1];
            return pure.sale(request, Offers.NONE, pure.quote(request, Offers.NONE));
        });
        PricingSales pricing = TestCheckout.pricing(
                PERSISTENCE.current(),
                new TestCheckout.Doors(
                        members,
                        answering(MemberStandings.class, (name, arguments) -> new MemberStanding(null, Set.of())),
                        answering(Prices.class, (name, arguments) -> Map.of()),
                        directory,
                        SHOP.parameters(),
                        promotions,
                        SHOP.vouchers(),
                        answering(Points.class, (name, arguments) -> List.of())));
        PurchaseRows rows = new PurchaseRows();
        rows.entities = PERSISTENCE.current();
        SpendingLimits limits = new SpendingLimits();
        limits.entities = PERSISTENCE.current();
        ChoosingVouchers choosing =
                new ChoosingVouchers(rows, new TryingVouchers(pricing, promotions), SHOP.vouchers(), directory, CLOCK);
        return new MakingPlans(members, directory, rows, limits, choosing, CLOCK);
    }

    private interface Answering {
        @Nullable
        Object answer(String name, Object[] arguments);
    }

    private static <T> T answering(Class<T> door, Answering answering) {
        return door.cast(Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (self, method, arguments) -> answering.answer(method.getName(), arguments)));
    }
}
