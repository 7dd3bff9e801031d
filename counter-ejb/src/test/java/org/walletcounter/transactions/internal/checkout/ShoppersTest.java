package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.walletcounter.transactions.internal.TestSales.goods;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.Members;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;
import org.walletcounter.transactions.internal.TestSales;
import org.walletcounter.vouchers.internal.TestVouchers;

/** What promotions are told of a customer, over real purchases and returns. */
class ShoppersTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());

    private final UUID member = UUID.randomUUID();
    private final Actor cashier = new Actor("staff:c", "Cao", "cashier", SHOP.merchant(), null);
    private final TestSales sales = new TestSales(SHOP.books(), PERSISTENCE, SHOP.merchant());

    @Test
    void aSaleThatCameBackWholeWasNoFirstPurchase() {
        assertThat(buysForTheFirstTime()).isTrue();
        String sale = sales.sell(member, TODAY, goods("Tea", 1_000));
        assertThat(buysForTheFirstTime()).isFalse();
        sales.giveBack(sale, TODAY, 400);
        assertThat(buysForTheFirstTime()).as("some of it is kept").isFalse();
        sales.giveBack(sale, TODAY, 600);
        assertThat(buysForTheFirstTime()).isTrue();
    }

    @Test
    void aSaleThatCostNothingWasTheFirstPurchaseUntilItsGoodsCameBack() {
        TestPersistence there =
                new TestPersistence(new TestTransactions(TestDatabase.shared().app()));
        TestShop shop = new TestShop(TestDatabase.shared(), CLOCK);
        UUID guest = shop.member("en", 10);
        assertThat(buysForTheFirstTime(there, shop.manager, guest)).isTrue();
        UUID sale = shop.pay(guest, 0, 0);
        assertThat(buysForTheFirstTime(there, shop.manager, guest)).isFalse();
        shop.takeBack(sale);
        assertThat(buysForTheFirstTime(there, shop.manager, guest)).isTrue();
    }

    private boolean buysForTheFirstTime() {
        return buysForTheFirstTime(PERSISTENCE, cashier, member);
    }

    private static boolean buysForTheFirstTime(TestPersistence persistence, Actor actor, UUID customer) {
        Shoppers shoppers = new Shoppers(known(), (merchant, id) -> new MemberStanding(null, Set.of()));
        shoppers.entities = persistence.current();
        return persistence.inNew(() -> shoppers.of(actor, customer)).firstPurchase();
    }

    private static Members known() {
        return Members.class.cast(Proxy.newProxyInstance(
                Members.class.getClassLoader(),
                new Class<?>[] {Members.class},
                (self, method, arguments) ->
                        new MemberFacts((UUID) arguments[1], SHOP.merchant(), CLOCK.instant(), null)));
    }
}
