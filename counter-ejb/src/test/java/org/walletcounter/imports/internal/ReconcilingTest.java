package org.walletcounter.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.imports.ImportView.State;
import org.walletcounter.imports.Reconciliation;
import org.walletcounter.imports.Reconciliation.Figure;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.testing.Moment;
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

    @Test
    void aStockCodeIsInTheBooksAsASkuOrAsABarcodeAndOnce() {
        MerchantView merchant =
                new MerchantView(UUID.randomUUID(), "CORNER", "Corner Shop", "街角小店", "GBP", ZoneId.of("Europe/London"));
        UUID run = UUID.randomUUID();
        Reconciliation found = PERSISTENCE.inNew(() -> {
            keep(run, merchant.id());
            execute("INSERT INTO imports.file_figures VALUES (?1, 0, 0, 0, 3, 0, 0, 0, 0)", run);
            for (String code : List.of("MUG-1", "5012345678900", "NOWHERE")) {
                execute("INSERT INTO imports.file_code VALUES (?1, ?2)", run, code);
            }
            execute(
                    "INSERT INTO orders.product (id, merchant_id, sku, name_en, category, barcode, price, currency)"
                            + " VALUES (?1, ?2, 'MUG-1', 'Mug', 'Cups', '5012345678900', 100, 'GBP'),"
                            + " (?3, ?2, '5012345678900', 'Mug', 'Cups', NULL, 100, 'GBP')",
                    UUID.randomUUID(),
                    merchant.id(),
                    UUID.randomUUID());
            return reconciling.reconcile(run, merchant);
        });
        assertThat(found.figures())
                .filteredOn(figure -> figure.name().equals("stock-codes"))
                .extracting(Figure::inBooks)
                .containsExactly("2");
    }

    private static void keep(UUID run, UUID merchant) {
        Moment clock = new Moment();
        ImportRun over = new ImportRun(
                run,
                new ImportRun.Received(merchant, UUID.randomUUID(), "sales.csv", run + ".csv", 3, "Sam"),
                "one",
                clock.instant());
        over.end(State.COMPLETED, null, clock.instant());
        PERSISTENCE.current().persist(over);
        PERSISTENCE.current().flush();
    }

    private static void execute(String sql, Object... parameters) {
        Query query = PERSISTENCE.current().createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        query.executeUpdate();
    }
}
