package org.walletcounter.merchants.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.NewStaff;
import org.walletcounter.merchants.StaffView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

/** An administrator who is bound to a store has that store's staff and keys, and stays bound. */
class StaffScopeTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private static final String PASSWORD = "ten green bottles";

    private final Merchants merchants = TestMerchants.on(PERSISTENCE, new Moment());
    private final TestMerchants.Founded founded = TestMerchants.found(merchants);
    private final Actor unbound = founded.actor("administrator");
    private final UUID here = founded.store().id();
    private final UUID elsewhere = secondStore();
    private final StaffView self = hired(unbound, "administrator", here);
    private final Actor bound = actor(self);

    @Test
    void staffIsTakenOnForTheOwnStoreOnly() {
        assertThat(hired(bound, "cashier", here).storeId()).isEqualTo(here);
        notFound(() -> hired(bound, "cashier", elsewhere));
        notFound(() -> hired(bound, "administrator", null));
    }

    @Test
    void staffOfTheOwnStoreIsChangedAndStaysThere() {
        StaffView cashier = hired(unbound, "cashier", here);
        assertThat(merchants.changeStaff(bound, cashier)).isEqualTo(cashier);
        notFound(() -> merchants.changeStaff(bound, in(elsewhere, cashier)));
        notFound(() -> merchants.changeStaff(bound, in(null, cashier)));
    }

    @Test
    void staffOfAnotherStoreOrOfAllIsNotThere() {
        StaffView other = hired(unbound, "cashier", elsewhere);
        StaffView everywhere = hired(unbound, "manager", null);
        notFound(() -> merchants.changeStaff(bound, other));
        notFound(() -> merchants.changeStaff(bound, in(here, other)));
        notFound(() -> merchants.changeStaff(bound, in(here, everywhere)));
        notFound(() -> merchants.setPassword(bound, other.id(), PASSWORD));
        notFound(() -> merchants.setPassword(bound, everywhere.id(), PASSWORD));
    }

    @Test
    void nobodyChangesTheirOwnStore() {
        notFound(() -> merchants.changeStaff(bound, in(null, self)));
        assertThat(merchants.changeStaff(bound, self)).isEqualTo(self);
        StaffView chief = hired(unbound, "administrator", null);
        refused(MerchantError.NOT_YOURSELF, () -> merchants.changeStaff(actor(chief), in(here, chief)));
    }

    @Test
    void passwordsAreSetInTheOwnStoreAndForOneself() {
        StaffView cashier = hired(unbound, "cashier", here);
        assertThat(merchants.setPassword(bound, cashier.id(), PASSWORD)).isNotNull();
        assertThat(merchants.setPassword(bound, self.id(), PASSWORD)).isNotNull();
        assertThat(merchants.setPassword(actor(cashier), cashier.id(), PASSWORD))
                .isNotNull();
        notFound(() -> merchants.setPassword(actor(cashier), self.id(), PASSWORD));
    }

    @Test
    void whoIsNotBoundHasThemAll() {
        StaffView cashier = hired(unbound, "cashier", here);
        assertThat(merchants.changeStaff(unbound, in(elsewhere, cashier)).storeId())
                .isEqualTo(elsewhere);
        assertThat(merchants.changeStaff(unbound, in(null, cashier)).storeId()).isNull();
    }

    @Test
    void keysAreMadeSeenAndEndedInTheOwnStoreOnly() {
        merchants.makeKey(unbound, key(elsewhere, "theirs"));
        merchants.makeKey(unbound, key(null, "all"));
        merchants.makeKey(bound, key(here, "ours"));
        notFound(() -> merchants.makeKey(bound, key(elsewhere, "more")));
        notFound(() -> merchants.makeKey(bound, key(null, "most")));
        assertThat(merchants.keys(bound)).extracting(KeyView::label).containsExactly("ours");
        assertThat(merchants.keys(unbound)).hasSize(3).allSatisfy(key -> {
            if (here.equals(key.storeId())) {
                merchants.revokeKey(bound, key.id());
            } else {
                notFound(() -> merchants.revokeKey(bound, key.id()));
            }
        });
        assertThat(merchants.keys(unbound))
                .filteredOn(KeyView::revoked)
                .extracting(KeyView::label)
                .containsExactly("ours");
    }

    private UUID secondStore() {
        UUID id = UUID.randomUUID();
        merchants.saveStore(unbound, new StoreView(id, founded.id(), "02", "Low Street", "低街店", "2 Low Street", true));
        return id;
    }

    private StaffView hired(Actor by, String role, @Nullable UUID store) {
        String username = "it-" + UUID.randomUUID();
        return merchants.addStaff(by, new NewStaff(store, username, "Sam", role, "en", PASSWORD));
    }

    private KeyView key(@Nullable UUID store, String label) {
        return new KeyView(UUID.randomUUID(), founded.id(), store, null, label, "cashier", Instant.EPOCH, false);
    }

    private static Actor actor(StaffView staff) {
        return new Actor("staff:" + staff.id(), staff.name(), staff.role(), staff.merchantId(), staff.storeId());
    }

    private static StaffView in(@Nullable UUID store, StaffView staff) {
        return new StaffView(
                staff.id(),
                staff.merchantId(),
                store,
                staff.username(),
                staff.name(),
                staff.role(),
                staff.language(),
                staff.active());
    }

    private static void notFound(ThrowingCallable act) {
        refused(MerchantError.NOT_FOUND, act);
    }

    private static void refused(MerchantError error, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
