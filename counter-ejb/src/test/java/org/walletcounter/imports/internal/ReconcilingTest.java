package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.testing.TestTransactions;

class ReconcilingTest {

    private static final TestPersistence PERSISTENCE =
            new TestPersistence(new TestTransactions(TestDatabase.shared().app()));

    private final Reconciling reconciling = new Reconciling();

    ReconcilingTest() {
        reconciling.entities = PERSISTENCE.current();
    }

    @Test
    void aRunThatWasBrokenOffBeforeItsFileWasReadHasNothingToReconcile() {
        MerchantView merchant =
                new MerchantView(UUID.randomUUID(), "CORNER", "Corner Shop", "街角小店", "GBP", ZoneId.of("Europe/London"));
        Reconciliation found = PERSISTENCE.inNew(() -> reconciling.reconcile(UUID.randomUUID(), merchant));
        assertThat(found.figures()).isEmpty();
        assertThat(found.explained()).isFalse();
    }
}
