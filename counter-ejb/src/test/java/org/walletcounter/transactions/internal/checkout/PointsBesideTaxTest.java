package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.loyalty.internal.TestPointsDoors;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.Prices;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.internal.pricing.PurePricing;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.transactions.SalesChannel;
import org.walletcounter.transactions.Wish;
import org.walletcounter.vouchers.Vouchers;

/** A tenth of tax, and a member with points that may pay half of a sale, a penny each in steps of ten. */
class PointsBesideTaxTest {

    private static final long CONTAINED = 0;
    private static final long ADDED = 1;
    private static final long MORE_THAN_MAY_BE_USED = 1_000_000;

    private static final TestPointsDoors SHOP = new TestPointsDoors(TestDatabase.fresh());

    private final Actor cashier = new Actor("staff:1", "Cao", "cashier", SHOP.merchant(), null);
    private final UUID store = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final MovedPoints moved = new MovedPoints(SHOP.points(), SHOP.earning());
    private final PricingSales pricing = TestCheckout.pricing(nothingBoughtBefore(), doors());
    private long tax = CONTAINED;

    @BeforeEach
    void aMemberHasPoints() {
        SHOP.give(member, 10_000);
    }

    @AfterAll
    static void stop() {
        SHOP.close();
    }

    @Test
    void asManyPointsAsAQuoteTakesAreTakenInPayment() {
        for (long how : new long[] {CONTAINED, ADDED}) {
            tax = how;
            for (long price : new long[] {10_000, 9_999, 331, 20}) {
                Priced priced = pricing.price(cashier, asked(price, MORE_THAN_MAY_BE_USED));
                long half = price / 20 * 10;
                assertThat(priced.quote().totals().pointsSpent())
                        .as("of %s, tax %s", price, how)
                        .isEqualTo(half);
                assertThat(moved.spent(cashier, occasion(), priced).points()).isEqualTo(half);
            }
        }
    }

    @Test
    void taxThatIsAddedIsPaidOnWhatPointsLeave() {
        tax = ADDED;
        Priced priced = pricing.price(cashier, asked(10_000, MORE_THAN_MAY_BE_USED));
        assertThat(priced.payable().minor()).isEqualTo(5_500);
    }

    @Test
    void whoSpendsNoneIsOfferedAsManyAsMayBeUsed() {
        tax = ADDED;
        Asked asked = asked(10_000, 0);
        Priced priced = pricing.price(cashier, asked);
        assertThat(priced.payable().minor()).isEqualTo(11_000);
        assertThat(pricing.points(cashier, asked, priced))
                .extracting(PointsOffer::most)
                .containsExactly(5_000L);
    }

    private Asked asked(long price, long points) {
        PricedLine line = new PricedLine(1, null, "TEA", "Tea", "Drinks", 1, price, price);
        return new Asked(
                new Asked.Place(store, null, "S-1", "GBP", SHOP.clock().instant(), SalesChannel.TILL),
                List.of(line),
                member,
                new Wish(List.of(), Set.of(), Set.of(), points),
                Set.of());
    }

    private Occasion occasion() {
        return new Occasion(
                new Occasion.Ids(Ids.next(SHOP.clock()), Ids.next(SHOP.clock())),
                store,
                "S-1",
                member,
                new Occasion.When(SHOP.clock().instant(), today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(SHOP.clock().instant(), ZoneOffset.UTC);
    }

    private TestCheckout.Doors doors() {
        PurePricing pure = new PurePricing();
        return new TestCheckout.Doors(
                answering(
                        Members.class,
                        (name, arguments) -> new MemberFacts(
                                member, SHOP.merchant(), SHOP.clock().instant(), null)),
                (merchant, id) -> new MemberStanding(null, Set.of()),
                answering(Prices.class, (name, arguments) -> Map.of()),
                answering(Directory.class, (name, arguments) -> directory(name)),
                (parameter, merchant) -> parameter.equals(Taxing.ADDED) ? tax : parameter.initial(),
                answering(Promotions.class, (name, arguments) -> {
                    QuoteRequest request = (QuoteRequest) arguments[1];
                    return pure.sale(request, Offers.NONE, pure.quote(request, Offers.NONE));
                }),
                answering(Vouchers.class, (name, arguments) -> List.of()),
                SHOP.points());
    }

    private Object directory(String asked) {
        return switch (asked) {
            case "merchant" -> new MerchantView(SHOP.merchant(), "shop", "Shop", "店", "GBP", ZoneOffset.UTC);
            case "businessDay" -> today();
            case "taxRates" ->
                List.of(new TaxRate(
                        UUID.randomUUID(), SHOP.merchant(), null, "VAT", "VAT", "增值税", 1_000, true, today()));
            default -> throw new IllegalStateException("Nobody asks for " + asked + " here.");
        };
    }

    /** What is asked of the database: whether the member has bought before. */
    private static EntityManager nothingBoughtBefore() {
        Query nothing = (Query) Proxy.newProxyInstance(
                PointsBesideTaxTest.class.getClassLoader(),
                new Class<?>[] {Query.class},
                (self, method, arguments) -> method.getName().equals("getResultList") ? List.of() : self);
        return answering(EntityManager.class, (name, arguments) -> nothing);
    }

    private interface Answering {
        Object answer(String name, Object[] arguments);
    }

    private static <T> T answering(Class<T> door, Answering answering) {
        return door.cast(Proxy.newProxyInstance(
                door.getClassLoader(),
                new Class<?>[] {door},
                (self, method, arguments) -> answering.answer(method.getName(), arguments)));
    }
}
