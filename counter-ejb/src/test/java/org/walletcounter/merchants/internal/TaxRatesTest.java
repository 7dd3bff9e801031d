package org.walletcounter.merchants.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.merchants.TaxRates;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** Rates of single stores, and who is bound to one of them. */
class TaxRatesTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Moment clock = new Moment();
    private final Merchants merchants = TestMerchants.on(PERSISTENCE, clock);
    private final TaxRates rates = TestMerchants.taxRates(PERSISTENCE, clock);
    private final TestMerchants.Founded shop = TestMerchants.found(merchants);
    private final Actor manager = shop.actor("manager");

    @Test
    void whoIsBoundToAStoreSeesAndTakesBackItsRatesAndTheHousesButNoOthers() {
        StoreView second = merchants.saveStore(
                manager, new StoreView(UUID.randomUUID(), shop.id(), "02", "Store 02", "门店02", "", true));
        Actor bound = new Actor(
                "staff:bound", "Sam", "manager", shop.id(), shop.store().id());
        TaxRate house = rates.add(manager, rate(null, "VAT"));
        TaxRate own = rates.add(manager, rate(shop.store().id(), "OWN"));
        TaxRate others = rates.add(manager, rate(second.id(), "OTHERS"));

        assertThat(rates.all(manager)).containsExactlyInAnyOrder(house, own, others);
        assertThat(rates.all(bound)).containsExactlyInAnyOrder(house, own);
        assertThat(rates.codes(bound)).containsExactlyInAnyOrder("VAT", "OWN", "OTHERS");

        assertThatThrownBy(() -> rates.drop(bound, others.id()))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(MerchantError.NOT_FOUND));
        rates.drop(bound, own.id());
        assertThat(rates.all(manager)).containsExactlyInAnyOrder(house, others);
    }

    @Test
    void theStandardRateIsRaisedOrMovedButNotLostByTheWay() {
        TaxRate vat = rates.add(manager, rate(null, "VAT", true, 1));
        assertNoStandardWith(rate(null, "VAT", false, 5));
        assertNoStandardWith(rate(shop.store().id(), "VAT", false, 5));
        rates.add(manager, rate(null, "ZERO", false, 5));
        rates.add(manager, rate(null, "VAT", true, 5));

        TaxRate gst = rates.add(manager, rate(null, "GST", true, 9));
        assertNoStandardWith(rate(null, "VAT", false, 8));
        TaxRate moved = rates.add(manager, rate(null, "VAT", false, 9));
        assertThatThrownBy(() -> rates.drop(manager, gst.id()))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(MerchantError.TAX_RATE_STANDARD_MISSING));
        rates.drop(manager, moved.id());
        rates.drop(manager, gst.id());
        rates.add(manager, rate(null, "GST", true, 9));
        rates.add(manager, rate(null, "VAT", false, 9));
        assertNoStandardWith(rate(null, "GST", false, 10));
        assertThat(rates.all(manager)).contains(vat).hasSize(5);
    }

    @Test
    void aRateIsAlsoRefusedForWhatItLeavesOnALaterDayOrInASingleStore() {
        rates.add(manager, rate(null, "OLD", true, 1));
        rates.add(manager, rate(null, "NEW", true, 2));
        rates.add(manager, rate(null, "NEW", false, 6));
        assertNoStandardWith(rate(null, "OLD", false, 3));

        rates.add(manager, rate(null, "THIRD", true, 1));
        rates.add(manager, rate(shop.store().id(), "THIRD", false, 1));
        assertNoStandardWith(rate(null, "OLD", false, 3));
    }

    private void assertNoStandardWith(TaxRate rate) {
        assertThatThrownBy(() -> rates.add(manager, rate)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(MerchantError.TAX_RATE_STANDARD_MISSING);
            assertThat(refusal.field()).isEqualTo("standard");
        });
    }

    private TaxRate rate(@Nullable UUID store, String code) {
        return rate(store, code, false, 1);
    }

    private TaxRate rate(@Nullable UUID store, String code, boolean standard, int inDays) {
        return new TaxRate(
                UUID.randomUUID(),
                shop.id(),
                store,
                code,
                "Tax",
                "税",
                2_000,
                standard,
                merchants.businessDay(shop.id(), clock.instant()).plusDays(inDays));
    }
}
