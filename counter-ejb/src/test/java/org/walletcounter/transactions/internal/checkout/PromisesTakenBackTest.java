package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.promotions.Promise;
import org.walletcounter.promotions.Promise.Kind;
import org.walletcounter.promotions.Terms;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.vouchers.internal.TestVouchers;

/** What a return makes of promises, kept or not, with real rows. */
class PromisesTakenBackTest {

    private static final TestVouchers SHOP = TestVouchers.shared();
    private static final TestPersistence PERSISTENCE =
            new TestPersistence(SHOP.books().transactions());
    private static final EntityManager ENTITIES = PERSISTENCE.current();

    private final UUID payment = Ids.next(Clock.systemUTC());
    private final UUID campaign = UUID.randomUUID();
    private final KeptPricing kept = TestCheckout.kept(ENTITIES);

    @Test
    void vouchersThatWereGivenStayWithTheMemberAndAreNotTakenBack() {
        promised(Kind.VOUCHERS, "KEPT");
        takeBack(Kind.VOUCHERS);
        assertThat(column("state")).isEqualTo("KEPT");
        assertThat(column("taken_back")).isEqualTo(0L);
    }

    @Test
    void vouchersThatWereNotGivenYetAreTakenBack() {
        promised(Kind.VOUCHERS, "DUE");
        takeBack(Kind.VOUCHERS);
        assertThat(column("state")).isEqualTo("GONE");
        assertThat(column("taken_back")).isEqualTo(1L);
    }

    @Test
    void aGiftThatWasHandedOutIsTakenBack() {
        promised(Kind.GIFT, "KEPT");
        takeBack(Kind.GIFT);
        assertThat(column("state")).isEqualTo("KEPT");
        assertThat(column("taken_back")).isEqualTo(1L);
    }

    @Test
    void onlyVouchersThatWereGivenCostWhatTheyCost() {
        promised(Kind.VOUCHERS, "KEPT");
        assertThat(revocable(Kind.VOUCHERS)).isEmpty();
        assertThat(revocable(Kind.CREDIT)).hasSize(1);
    }

    @Test
    void vouchersThatWereNotGivenYetCostNothing() {
        promised(Kind.VOUCHERS, "DUE");
        assertThat(revocable(Kind.VOUCHERS)).hasSize(1);
    }

    private List<Promise> revocable(Kind kind) {
        return PERSISTENCE.inNew(() -> kept.revocable(payment, List.of(promise(kind))));
    }

    private void promised(Kind kind, String state) {
        PERSISTENCE.inNew(() -> ENTITIES.createNativeQuery(
                        "INSERT INTO transactions.promise (payment_id, line, merchant_id, store_id, member_id, kind,"
                                + " campaign_id, name_en, name_zh, what, count, worth, currency, due_at, state)"
                                + " VALUES (?1, 1, ?2, ?2, ?2, ?3, ?4, 'Welcome', '欢迎', 'what', 1, 500, 'GBP', now(), ?5)")
                .setParameter(1, payment)
                .setParameter(2, SHOP.merchant())
                .setParameter(3, kind.name())
                .setParameter(4, campaign)
                .setParameter(5, state)
                .executeUpdate());
    }

    private void takeBack(Kind kind) {
        PERSISTENCE.inNew(() -> kept.takeBack(payment, List.of(promise(kind))));
    }

    private Promise promise(Kind kind) {
        return new Promise(kind, campaign, new Terms.Names("Welcome", "欢迎"), "what", 1, 500, 0);
    }

    private Object column(String name) {
        return PERSISTENCE.inNew(
                () -> ENTITIES.createNativeQuery("SELECT " + name + " FROM transactions.promise WHERE payment_id = ?1")
                        .setParameter(1, payment)
                        .getSingleResult());
    }
}
