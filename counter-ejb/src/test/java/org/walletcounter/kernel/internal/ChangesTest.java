package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.walletcounter.testing.TestDatabase;

/** What the triggers note and what a node hears of it. Other tests change products too, so figures are compared, not told. */
class ChangesTest {

    private final DataSource database = TestDatabase.shared().app();
    private final HeardChanges changes = new HeardChanges();
    private final UUID merchant = UUID.randomUUID();

    @Test
    void aChangeIsHeardOnceItIsCommittedAndNotBefore() throws SQLException {
        product("A");
        long before = heard();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            dearer(connection, "A");
            assertThat(by(connection)).isZero();
            connection.commit();
        }
        assertThat(heard()).isGreaterThan(before);
    }

    @Test
    void whatIsUndoneIsNotHeardAndWhatChangesMuchIsHeardOnce() throws SQLException {
        product("A");
        product("B");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            dearer(connection, "A");
            dearer(connection, "B");
            dearer(connection, "A");
            force(connection);
            long times = times(connection);
            force(connection);
            dearer(connection, "A");
            force(connection);
            assertThat(times(connection)).isEqualTo(times);
            long heardByOthers = heard();
            assertThat(times).isGreaterThan(heardByOthers);
            connection.rollback();
            assertThat(times(connection)).isLessThan(times);
        }
    }

    @Test
    void twoWhoChangeMuchAtTheSameTimeDoNotWaitInACircle() throws Exception {
        for (String sku : new String[] {"A", "B", "C"}) {
            product(sku);
        }
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch bothHaveChangedOne = new CountDownLatch(2);
        try {
            Future<?> one = two.submit(() -> changesTwo("A", "C", bothHaveChangedOne));
            Future<?> other = two.submit(() -> changesTwo("B", "C", bothHaveChangedOne));
            one.get(30, TimeUnit.SECONDS);
            other.get(30, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }
        try (Connection connection = database.getConnection()) {
            assertThat(number(
                            connection,
                            "SELECT price FROM orders.product WHERE sku = 'C' AND merchant_id = '" + merchant + "'"))
                    .isEqualTo(102);
        }
    }

    private Void changesTwo(String first, String second, CountDownLatch both) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            dearer(connection, first);
            both.countDown();
            both.await();
            dearer(connection, second);
            connection.commit();
        }
        return null;
    }

    private long heard() throws SQLException {
        changes.look(database);
        return changes.of("products");
    }

    /** What this transaction has noted of itself. */
    private static long by(Connection connection) throws SQLException {
        return number(
                connection,
                "SELECT count(*) FROM kernel.change WHERE subject = 'products' AND by = pg_current_xact_id()");
    }

    private static long times(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(times), 0) FROM kernel.change WHERE subject = 'products'");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Does now what would be done at the commit. */
    private static void force(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("SET CONSTRAINTS ALL IMMEDIATE")) {
            set.execute();
        }
        try (PreparedStatement set = connection.prepareStatement("SET CONSTRAINTS ALL DEFERRED")) {
            set.execute();
        }
    }

    private void product(String sku) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO orders.product (id, merchant_id, sku, name_en, name_zh, category, price, currency)"
                                + " VALUES (gen_random_uuid(), ?, ?, 'Tea', '茶', 'Drinks', 100, 'GBP')")) {
            insert.setObject(1, merchant);
            insert.setString(2, sku);
            insert.executeUpdate();
        }
    }

    private void dearer(Connection connection, String sku) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE orders.product SET price = price + 1 WHERE merchant_id = ? AND sku = ?")) {
            update.setObject(1, merchant);
            update.setString(2, sku);
            update.executeUpdate();
        }
    }
}
