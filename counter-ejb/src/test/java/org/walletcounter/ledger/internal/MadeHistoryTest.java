package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

/** The history that the benchmark makes by SQL stands every check that the product's own payments stand. */
class MadeHistoryTest {

    private static final Path SCRIPT = Path.of("../counter-ear/src/test/resources/org/walletcounter/bench/history.sql");

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void isAsSoundAsWhatTheProductBooks() throws IOException, SQLException {
        sell();

        assertThat(new LedgerChecks(database.app()).all()).isEmpty();
        assertThat(number("SELECT count(*) FROM transactions.payment")).isEqualTo(300);
        assertThat(number("SELECT count(*) FROM transactions.payment p WHERE p.amount <>"
                        + " (SELECT sum(l.amount) FROM transactions.sale_line l WHERE l.payment_id = p.id)"))
                .isZero();
        assertThat(number("SELECT count(*) FROM ledger.account WHERE kind = 'wallet' AND balance <> 0"))
                .isZero();
    }

    @Test
    void isFoundOutWhenItDoesNotAddUp() throws IOException, SQLException {
        sell();
        database.asOwner("UPDATE ledger.account SET balance = balance + 1 WHERE kind = 'wallet'"
                + " AND id = (SELECT min(id) FROM ledger.account WHERE kind = 'wallet')");

        assertThat(new LedgerChecks(database.app()).all())
                .extracting(finding -> finding.invariant())
                .containsExactly("I2");
    }

    private void sell() throws IOException {
        database.asOwner(
                "INSERT INTO merchants.merchant VALUES (gen_random_uuid(), 'm', 'M', 'M', 'GBP', 'Europe/London')",
                "INSERT INTO merchants.store SELECT gen_random_uuid(), id, '01', 'S', 'S' FROM merchants.merchant",
                "INSERT INTO merchants.till SELECT gen_random_uuid(), id, 'T1', 'T' FROM merchants.store",
                "INSERT INTO orders.product (id, merchant_id, sku, name_en, category, price, currency)"
                        + " SELECT gen_random_uuid(), id, 'P' || n, 'Tea', 'Teas', n, 'GBP'"
                        + " FROM merchants.merchant, generate_series(1, 5) n",
                "INSERT INTO ledger.account (merchant_id, kind, unit, owner, floor)"
                        + " SELECT id, 'wallet', 'GBP', 'member:' || gen_random_uuid(), 0"
                        + " FROM merchants.merchant, generate_series(1, 7)",
                Files.readString(SCRIPT),
                "CALL bench.open_history(date '2026-10-30', date '2026-11-02')",
                "CALL bench.sell(150, date '2026-10-30', date '2026-10-31', 40)",
                "CALL bench.sell(150, date '2026-11-01', date '2026-11-02', 40)",
                "CALL bench.close_history(date '2026-10-30')");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
