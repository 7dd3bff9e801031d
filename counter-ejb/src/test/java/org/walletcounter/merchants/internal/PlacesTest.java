package org.walletcounter.merchants.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.merchants.TillView;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** Stores and tills, as pages with many of them ask. */
class PlacesTest {

    private static final TestTransactions TRANSACTIONS =
            new TestTransactions(TestDatabase.shared().app());
    private static final TestPersistence PERSISTENCE = new TestPersistence(TRANSACTIONS);

    private final Merchants merchants = TestMerchants.on(PERSISTENCE, new Moment());
    private final TestMerchants.Founded shop = TestMerchants.found(merchants);
    private final Actor manager = shop.actor("manager");

    @Test
    void theTillsOfAllStoresAreReadAtOnceEachStoresByCode() {
        StoreView other = store("02");
        TillView second = till(other, "2");
        TillView first = till(other, "1");
        store("03");
        TestMerchants.found(merchants);
        long before = TRANSACTIONS.statements();
        assertThat(merchants.tillsByStore(manager))
                .isEqualTo(Map.of(shop.store().id(), List.of(shop.till()), other.id(), List.of(first, second)));
        assertThat(TRANSACTIONS.statements() - before).isEqualTo(1);
    }

    @Test
    void whoIsBoundToAStoreIsGivenItsTillsOnly() {
        StoreView other = store("02");
        TillView till = till(other, "1");
        Actor bound = new Actor("staff:bound", "Sam", "cashier", shop.id(), other.id());
        assertThat(merchants.tillsByStore(bound)).isEqualTo(Map.of(other.id(), List.of(till)));
    }

    @Test
    void whoIsBoundToAStoreChangesItAndMakesNoOther() {
        StoreView own = store("02");
        Actor bound = new Actor("staff:bound", "Sam", "manager", shop.id(), own.id());
        StoreView third = view(UUID.randomUUID(), "03");
        assertThatThrownBy(() -> merchants.saveStore(bound, third))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(MerchantError.NOT_FOUND));
        StoreView changed = merchants.saveStore(bound, view(own.id(), "02A"));
        assertThat(merchants.stores(manager)).containsExactly(shop.store(), changed);
    }

    @Test
    void nobodyIsGivenTheTillsOfAnotherMerchant() {
        StoreView foreign = TestMerchants.found(merchants).store();
        Actor misled = new Actor("staff:misled", "Sam", "cashier", shop.id(), foreign.id());
        assertThat(merchants.tillsByStore(misled)).isEmpty();
    }

    private StoreView store(String code) {
        return merchants.saveStore(manager, view(UUID.randomUUID(), code));
    }

    private StoreView view(UUID id, String code) {
        return new StoreView(id, shop.id(), code, "Store " + code, "门店" + code, "", true);
    }

    private TillView till(StoreView store, String code) {
        return merchants.saveTill(manager, new TillView(UUID.randomUUID(), store.id(), code, "Till " + code, true));
    }
}
