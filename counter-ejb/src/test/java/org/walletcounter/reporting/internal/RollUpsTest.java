package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.kernel.Money;
import org.walletcounter.reporting.BoardView;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

/** The roll-ups with their tail equal the books, at every moment, whoever commits when. */
class RollUpsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String DIFFERENCES = "SELECT count(*) FROM reporting.differences()";

    private final TestDatabase database = TestDatabase.fresh();
    private SalesBooks books;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(database, "GBP");
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void showTheSameBeforeAndAfterTheyAreRolledUp() throws SQLException {
        aDayWithEverything();
        BoardView before = board();
        assertThat(number(DIFFERENCES)).isZero();

        assertThat(rollUp()).isPositive();

        assertThat(number("SELECT count(*) FROM reporting.arrival")).isZero();
        assertThat(board()).isEqualTo(before);
        assertThat(before.amount()).isEqualTo(Money.of(139823, "GBP"));
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void takeACancelledSaleBackOutOfWhatIsRolledUp() throws SQLException {
        Sale sale = new Sale(DAY, LocalTime.of(12, 10), "CASH", 500, "Tea", "Ada");
        UUID payment = books.pay(sale);
        rollUp();
        database.asOwner("UPDATE transactions.payment SET state = 'CANCELLED' WHERE id = '" + payment + "'");
        books.refund(payment, sale);

        assertThat(board().paid()).isZero();
        rollUp();

        BoardView view = board();
        assertThat(view.attempts()).isOne();
        assertThat(view.amount()).isEqualTo(Money.of(0, "GBP"));
        assertThat(view.refunded()).isEqualTo(Money.of(0, "GBP"));
        assertThat(view.tenders()).isEmpty();
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void missNothingThatCommitsLate() throws SQLException {
        paySomethingThatCommitsLate();

        assertThat(board().amount()).isEqualTo(Money.of(300, "GBP"));
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void serveZonesOfHalfAnHour() throws SQLException {
        books.pay(new Sale(DAY, LocalTime.of(12, 40), "CASH", 500, "Tea", "Ada")); // 18:10 in Kolkata
        books.pay(new Sale(DAY, LocalTime.of(12, 20), "CASH", 70, "Tea", "Ada")); // 17:50
        rollUp();

        BoardDay day = new BoardDay(books.merchant.id(), null, DAY, ZoneId.of("Asia/Kolkata"), "GBP");
        BoardView view = new BoardQuery(database.app()).read(day, Instant.EPOCH);

        assertThat(view.hours().get(18)).isEqualTo(Money.of(500, "GBP"));
        assertThat(view.hours().get(17)).isEqualTo(Money.of(70, "GBP"));
    }

    @Test
    void areRolledUpByOneAtATime() throws SQLException {
        books.pay(new Sale(DAY, "CASH", 100));
        try (Connection other = database.app().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('reporting.rollup'))");
            assertThat(rollUp()).isZero();
            other.rollback();
        }
        assertThat(rollUp()).isPositive();
    }

    @Test
    void takeWhatArrivedInPieces() throws SQLException {
        for (int i = 0; i < 5; i++) {
            books.pay(new Sale(DAY, "CASH", 100));
        }

        assertThat(number("SELECT reporting.roll_up(3)")).isEqualTo(3);
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void areTheSameWhenTheyAreMadeStoreByStore() throws SQLException {
        aDayWithEverything();
        books.pay(new Sale(DAY, "CASH", 300), books.otherStore);
        books.pay(new Sale(DAY, "CASH", 400), books.otherStore);
        BoardView before = board();
        long waiting = number("SELECT reporting.waiting()");

        assertThat(number("SELECT reporting.sort_arrivals('" + books.merchant.id() + "', 60000, 3)"))
                .isEqualTo(2);

        assertThat(number("SELECT reporting.waiting()")).isEqualTo(waiting);
        assertThat(number("SELECT count(*) FROM reporting.arrival a WHERE (SELECT count(DISTINCT store_id)"
                        + " FROM transactions.payment p WHERE p.id = ANY (a.ids)) > 1"))
                .as("rows with payments of two stores")
                .isZero();
        books.pay(new Sale(
                DAY.minusDays(1), "CASH", 70)); // comes while the parts are added up, and waits for the next round
        for (int part = 1; part <= 2; part++) {
            assertThat(number("SELECT reporting.roll_up(60000, '" + books.merchant.id() + "', " + part + ")"))
                    .isPositive();
            assertThat(board()).isEqualTo(before);
            assertThat(number(DIFFERENCES)).isZero();
        }
        assertThat(number("SELECT reporting.waiting()"))
                .as("the payment and its journal")
                .isEqualTo(2);
    }

    /** What waits may be a hundred thousand rows, and parts of four hundred come one after the other. */
    @Test
    void aPartIsFoundWithoutLookingThroughAllThatWaits() throws SQLException {
        books.pay(new Sale(DAY, "CASH", 100));
        number("SELECT reporting.sort_arrivals('" + books.merchant.id() + "', 60000, 400)");
        database.asOwner("ANALYZE reporting.arrival"); // so little that looking through all would seem cheaper
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT reporting.roll_up(60000, '" + books.merchant.id() + "', 1)");
            try (ResultSet row = statement.executeQuery("SELECT seq_scan, idx_tup_fetch"
                    + " FROM pg_stat_xact_user_tables WHERE relid = 'reporting.arrival'::regclass")) {
                row.next();
                assertThat(row.getLong(1))
                        .as("times that all was looked through")
                        .isZero();
                assertThat(row.getLong(2)).as("rows found by an index").isPositive();
            }
            connection.rollback();
        }
    }

    @Test
    void whatOneStoreAloneHasIsSortedIntoPartsAsWell() throws SQLException {
        for (int i = 0; i < 11; i++) {
            books.pay(new Sale(DAY, "CASH", 100));
        }

        assertThat(number("SELECT reporting.sort_arrivals('" + books.merchant.id() + "', 60000, 2)"))
                .as("parts of ten of its twenty-two rows")
                .isEqualTo(3);
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void areMadeAgainFromTheBooksAlone() throws SQLException {
        aDayWithEverything();
        rollUp();
        List<String> before = rows();
        database.asOwner(
                "UPDATE reporting.rollup SET gross = gross + 1", "DELETE FROM reporting.rollup WHERE cut = 'till'");
        books.pay(new Sale(DAY, "CASH", 100));
        books.holdBack();
        books.pay(new Sale(DAY.minusDays(1), "CASH", 70)); // commits after the new ones are there

        refill();
        books.commit();

        assertThat(number(DIFFERENCES)).isZero();
        assertThat(rows()).anyMatch(row -> row.contains(",till,")).hasSizeGreaterThanOrEqualTo(before.size());
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void equalTheBooksWhileManySellAndTwoRollUp() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Long>> work = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            work.add(threads.submit(() -> sell(40)));
        }
        Future<Long> first = threads.submit(() -> keepRollingUp(open));
        Future<Long> second = threads.submit(() -> keepRollingUp(open));
        Future<Long> looks = threads.submit(() -> keepLooking(open));
        for (Future<Long> each : work) {
            each.get();
        }
        open.set(false);

        assertThat(first.get() + second.get()).isPositive();
        assertThat(looks.get()).isPositive();
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(number("SELECT sum(n) FROM reporting.rollup WHERE cut = 'outcome'"))
                .isEqualTo(120);
        threads.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void areFoundOutWhen(Fault fault) throws SQLException {
        fault.before(database);
        aDayWithEverything();
        paySomethingThatCommitsLate();
        fault.after(database);
        rollUp();

        assertThat(number(DIFFERENCES)).as("differences found").isPositive();
    }

    /** Ways in which roll-ups may go wrong. */
    enum Fault {
        aFollowerRemembersTheHighestIdItSaw(
                "CREATE TABLE reporting.last_seen AS SELECT '00000000-0000-0000-0000-000000000000'::uuid AS id",
                "GRANT ALL ON reporting.last_seen TO counter_app",
                "CREATE OR REPLACE FUNCTION reporting.roll_up(most int, whose uuid DEFAULT NULL, wanted int DEFAULT NULL) RETURNS int LANGUAGE plpgsql AS $$ DECLARE ids uuid[];"
                        + " BEGIN DELETE FROM reporting.arrival WHERE source = 'payment';"
                        + " ids := ARRAY(SELECT id FROM transactions.payment WHERE id > (SELECT id FROM reporting.last_seen) ORDER BY 1);"
                        + " UPDATE reporting.last_seen SET id = ids[cardinality(ids)] WHERE cardinality(ids) > 0;"
                        + " PERFORM reporting.add_up(ids, NULL, NULL); RETURN 1; END $$"),
        refundsAreNotNoted("DROP TRIGGER noted_for_roll_ups ON transactions.refund"),
        journalsAreNotNoted("DROP TRIGGER noted_for_roll_ups ON ledger.journal"),
        cancelledSalesStay(changed("SELECT -1,", "SELECT 0,")),
        refundsOfCancelledSalesCount(changed("FROM back WHERE NOT cancels", "FROM back")),
        quartersAreRounded(
                changed("floor(date_part('epoch', occurred_at) / 900)", "ceil(date_part('epoch', occurred_at) / 900)")),
        refusedAttemptsAreSales(changed("FROM paid p WHERE p.state <> 'REFUSED'", "FROM paid p")),
        mixedTendersAreLeftOut(changed("WHERE s.tender_kind = 'MIXED' AND", "WHERE false AND")),
        somethingIsTakenAwayButNotAdded(
                "CREATE OR REPLACE FUNCTION reporting.add_up(payments uuid[], refunds uuid[], journals uuid[])"
                        + " RETURNS void LANGUAGE sql AS $$ SELECT NULL::void $$"),
        somethingIsAddedTwice() {
            @Override
            void after(TestDatabase database) {
                database.asOwner("INSERT INTO reporting.arrival SELECT 'payment', array_agg(id), merchant_id"
                        + " FROM transactions.payment GROUP BY merchant_id");
            }
        },
        somebodyChangesASum() {
            @Override
            void after(TestDatabase database) {
                database.asOwner(
                        "SELECT reporting.roll_up(1000000)",
                        "UPDATE reporting.rollup SET gross = gross + 1 WHERE ctid = (SELECT ctid FROM reporting.rollup"
                                + " WHERE cut = 'cashier' LIMIT 1)");
            }
        };

        private final String[] statements;

        Fault(String... statements) {
            this.statements = statements;
        }

        void before(TestDatabase database) {
            database.asOwner(statements);
        }

        void after(TestDatabase database) {
            // Most faults are there from the beginning.
        }

        private static String changed(String from, String to) {
            return "DO $do$ DECLARE was text := pg_get_functiondef('reporting.fold'::regproc); BEGIN"
                    + " IF position($f$" + from + "$f$ IN was) = 0 THEN RAISE 'nothing to change'; END IF;"
                    + " EXECUTE replace(was, $f$" + from + "$f$, $f$" + to + "$f$); END $do$";
        }
    }

    /** Three sales; the one whose ids are oldest commits last, after the others were rolled up. */
    private void paySomethingThatCommitsLate() throws SQLException {
        try (SalesBooks late = books.alongside(database)) {
            late.holdBack();
            late.pay(new Sale(DAY, "CASH", 100));
            books.pay(new Sale(DAY, "CASH", 100));
            books.pay(new Sale(DAY, "CASH", 100));
            rollUp();
            late.commit();
        }
        rollUp();
    }

    private long sell(int count) {
        try (SalesBooks own = books.alongside(database)) {
            own.holdBack();
            for (int i = 0; i < count; i++) {
                own.pay(new Sale(DAY, "CASH", 1 + i));
                if (i % 3 == 0) {
                    own.commit();
                }
            }
            own.commit();
        }
        return count;
    }

    private long keepRollingUp(AtomicBoolean open) throws SQLException {
        long taken = 0;
        while (open.get()) {
            taken += number("SELECT reporting.roll_up(10)");
        }
        return taken;
    }

    /** One statement, so one snapshot: what reports read, less what the books hold. */
    private Long keepLooking(AtomicBoolean open) throws SQLException {
        Callable<Long> look = () -> number("SELECT (SELECT coalesce(sum(gross), 0) FROM reporting.figures('"
                + books.merchant.id() + "', ARRAY['outcome'], '2026-11-01', '2026-11-30', NULL))"
                + " - (SELECT coalesce(sum(amount), 0) FROM transactions.payment)");
        long looks = 0;
        while (open.get()) {
            try {
                assertThat(look.call()).isZero();
            } catch (SQLException broken) {
                throw broken;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            looks++;
        }
        return looks;
    }

    private BoardView board() {
        BoardDay day = new BoardDay(books.merchant.id(), null, DAY, books.merchant.zone(), "GBP");
        return new BoardQuery(database.app()).read(day, Instant.EPOCH);
    }

    private long rollUp() throws SQLException {
        return number("SELECT reporting.roll_up(1000000)");
    }

    private void refill() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            statement.execute("SELECT reporting.refill()");
            connection.commit();
        }
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT r::text FROM reporting.rollup r ORDER BY 1")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void aDayWithEverything() {
        UUID first = books.pay(new Sale(DAY, LocalTime.of(12, 10), "WALLET", 95884, "Tea", "Ada"));
        books.pay(new Sale(DAY, LocalTime.of(12, 59), "CASH", 27572, "Tea", "Ada"));
        books.payMixed(new Sale(DAY, LocalTime.of(18, 0), "MIXED", 16367, "", "Bo"));
        books.refund(first, new Sale(DAY, LocalTime.of(12, 30), "WALLET", 4000, "", "Ada"));
        books.refuse(new Sale(DAY, "WALLET", 99999));
        books.cancel(new Sale(DAY, "CASH", 5000));
    }
}
