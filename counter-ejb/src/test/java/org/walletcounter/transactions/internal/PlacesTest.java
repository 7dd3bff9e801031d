package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Money;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;
import org.walletcounter.merchants.internal.TestMerchants;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TransactionError;

/** Where money is taken, and where not. */
class PlacesTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Merchants merchants = TestMerchants.on(PERSISTENCE, new Moment());
    private final TestMerchants.Founded shop = TestMerchants.found(merchants);
    private final Actor manager = shop.actor("manager");

    @Test
    void aClosedTillTakesNothingUntilItIsOpenAgain() {
        TillView till = shop.till();
        assertThat(refusal(shop.store().id(), till.id())).isNull();
        saveTill(till, false);
        assertThat(refusal(shop.store().id(), till.id())).isEqualTo(TransactionError.PLACE_CLOSED);
        assertThat(refusal(shop.store().id(), null))
                .as("the store itself is open")
                .isNull();
        saveTill(till, true);
        assertThat(refusal(shop.store().id(), till.id())).isNull();
    }

    @Test
    void aClosedStoreTakesNothingAtAnyTill() {
        StoreView store = shop.store();
        merchants.saveStore(
                manager,
                new StoreView(
                        store.id(), shop.id(), store.code(), store.nameEn(), store.nameZh(), store.address(), false));
        assertThat(refusal(store.id(), shop.till().id())).isEqualTo(TransactionError.PLACE_CLOSED);
        assertThat(refusal(store.id(), null)).isEqualTo(TransactionError.PLACE_CLOSED);
    }

    @Test
    void aClosedGateLetsNobodyThroughAndWhoWentThroughOfflinePays() {
        TillView gate = shop.till();
        assertThat(tapRefusal(gate, false)).isNull();
        saveTill(gate, false);
        assertThat(tapRefusal(gate, false)).isEqualTo(TransactionError.PLACE_CLOSED);
        assertThat(tapRefusal(gate, true)).isNull();
    }

    @Test
    void aGateInAClosedStoreIsClosed() {
        StoreView store = shop.store();
        merchants.saveStore(
                manager,
                new StoreView(
                        store.id(), shop.id(), store.code(), store.nameEn(), store.nameZh(), store.address(), false));
        assertThat(tapRefusal(shop.till(), false)).isEqualTo(TransactionError.PLACE_CLOSED);
        assertThat(tapRefusal(shop.till(), true)).isNull();
    }

    @Test
    void aGateOfAnotherMerchantIsNone() {
        TillView strange = TestMerchants.found(merchants).till();
        assertThat(tapRefusal(strange, false)).isEqualTo(MerchantError.NOT_FOUND);
        assertThat(tapRefusal(strange, true)).isEqualTo(MerchantError.NOT_FOUND);
    }

    @Test
    void aTillOfAnotherStoreIsNone() {
        StoreView other = merchants.saveStore(
                manager, new StoreView(UUID.randomUUID(), shop.id(), "02", "Low Street", "低街店", "", true));
        assertThat(refusal(other.id(), shop.till().id())).isEqualTo(MerchantError.NOT_FOUND);
    }

    private void saveTill(TillView till, boolean open) {
        merchants.saveTill(manager, new TillView(till.id(), till.storeId(), till.code(), till.name(), open));
    }

    private @Nullable ErrorCode refusal(UUID store, @Nullable UUID till) {
        return refusal(() -> Places.require(directory(), manager, store, till));
    }

    private @Nullable ErrorCode tapRefusal(TillView gate, boolean offline) {
        Tap tap = new Tap(new UUID(7, 7), gate.id(), "CARD1", Instant.EPOCH, Money.of(250, "GBP"), offline);
        return refusal(() -> Places.requireGate(directory(), manager, tap));
    }

    private static Directory directory() {
        return TestMerchants.directory(PERSISTENCE, new Moment());
    }

    private static @Nullable ErrorCode refusal(ThrowingCallable check) {
        CounterException refused = catchThrowableOfType(CounterException.class, check);
        return refused == null ? null : refused.error();
    }
}
