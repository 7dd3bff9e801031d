package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.reporting.internal.ReducedSales.Cause;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

/** What campaigns did to sales, rolled up or not, equals the books at every moment. */
class CampaignRollUpsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String DIFFERENCES = "SELECT count(*) FROM reporting.campaign_differences()";

    private final TestDatabase database = TestDatabase.fresh();
    private final Cause autumn = Cause.promotion("Autumn", "秋季");
    private final Cause tea = Cause.of("LINE", "Tea week", "茶周");
    private final Cause gifts = Cause.promotion("Mugs", "赠杯");
    private final Cause voucher = Cause.of("VOUCHER", "Welcome", "迎新券");
    private final Cause members = Cause.of("PRICE_LIST", "Members", "会员价");
    private final Cause points = Cause.of("POINTS", "Points", "积分");

    private SalesBooks books;
    private ReducedSales reduced;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(database, "GBP");
        reduced = new ReducedSales(books);
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void sayTheSameBeforeAndAfterTheyAreRolledUp() throws SQLException {
        aDayWithEverything();
        List<String> before = figures();
        assertThat(number(DIFFERENCES)).isZero();

        assertThat(rollUp()).isPositive();

        assertThat(number("SELECT count(*) FROM reporting.priced_arrival")).isZero();
        assertThat(figures()).isEqualTo(before);
        assertThat(before)
                // sales|uses|pieces|list|paid|reduction|returns|undone
                .contains(
                        "PROMOTION||Autumn|3|3|6|33000|23800|3500|1|500",
                        "PROMOTION|merchant|Autumn|0|0|0|0|0|2500|0|300",
                        "PROMOTION|supplier:tea|Autumn|0|0|0|0|0|1000|0|200",
                        "VOUCHER||Welcome|1|2|2|10000|6800|1500|0|0",
                        "POINTS||Points|2|2|4|10150|6900|750|0|0",
                        "PRICE_LIST||Members|1|1|2|13000|9000|3000|0|0",
                        "ANY|||5|5|10|41200|31500|6000|1|500");
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void countSalesThatWereOnlyGivenSomething() throws SQLException {
        UUID gift = reduced.pay(new Sale(DAY, "CASH", 900));
        reduced.give(gift, autumn, "GIFT", 2, 0);
        reduced.give(gift, autumn, "TICKETS", 1, 0);
        UUID both = reduced.pay(new Sale(DAY, "CASH", 500), autumn.off("merchant", 100), tea.off("merchant", 50));
        reduced.give(both, autumn, "GIFT", 1, 0);
        List<String> before = figures();

        assertThat(before)
                .contains("PROMOTION||Autumn|2|2|4|1550|1400|100|0|0", "PROMOTION|merchant|Autumn|0|0|0|0|0|100|0|0")
                .contains("ANY|||2|2|4|1550|1400|150|0|0");
        assertThat(number(DIFFERENCES)).isZero();
        rollUp();
        assertThat(figures()).isEqualTo(before);
        assertThat(number(DIFFERENCES)).isZero();
        database.asOwner("UPDATE transactions.payment SET state = 'CANCELLED' WHERE id = '" + gift + "'");
        reduced.refund(gift, new Sale(DAY, "CASH", 900));
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(figures()).contains("PROMOTION||Autumn|1|1|2|650|500|100|0|0");
    }

    @Test
    void takeACancelledSaleBackOut() throws SQLException {
        Sale sale = new Sale(DAY, "CASH", 900);
        UUID payment = reduced.pay(sale, autumn.off("merchant", 100));
        rollUp();
        database.asOwner("UPDATE transactions.payment SET state = 'CANCELLED' WHERE id = '" + payment + "'");
        reduced.refund(payment, sale, autumn.off("merchant", 100));

        assertThat(number(DIFFERENCES)).isZero();
        assertThat(figures())
                .containsOnly(
                        "ANY|||0|0|0|0|0|0|0|0",
                        "PROMOTION||Autumn|0|0|0|0|0|0|0|0",
                        "PROMOTION|merchant|Autumn|0|0|0|0|0|0|0|0");
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void knowNothingOfSalesAtListPrices() throws SQLException {
        UUID payment = books.pay(new Sale(DAY, "CASH", 900));
        books.refund(payment, new Sale(DAY, "CASH", 900));

        assertThat(number("SELECT count(*) FROM reporting.priced_arrival")).isZero();
        assertThat(rollUp()).isZero();
    }

    @Test
    void missNothingThatCommitsLate() throws SQLException {
        try (SalesBooks late = books.alongside(database)) {
            late.holdBack();
            new ReducedSales(late).pay(new Sale(DAY, "CASH", 100), autumn.off("merchant", 10));
            reduced.pay(new Sale(DAY, "CASH", 100), autumn.off("merchant", 10));
            rollUp();
            late.commit();
        }

        assertThat(number(DIFFERENCES)).isZero();
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(number("SELECT sum(sales) FROM reporting.campaign_day WHERE kind = 'ANY'"))
                .isEqualTo(2);
    }

    /** Between two sales that wait lies one that was rolled up. */
    @Test
    void addNothingAgainThatIsRolledUp() throws SQLException {
        try (SalesBooks late = books.alongside(database)) {
            late.holdBack();
            new ReducedSales(late).pay(new Sale(DAY, "CASH", 100), autumn.off("merchant", 10));
            reduced.pay(new Sale(DAY, "CASH", 100), autumn.off("merchant", 10));
            rollUp();
            late.commit();
        }
        reduced.pay(new Sale(DAY, "CASH", 100), autumn.off("merchant", 10));

        assertThat(figures()).contains("ANY|||3|3|6|330|300|30|0|0");
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void areOfOneMerchantAlone() throws SQLException {
        try (SalesBooks others = new SalesBooks(database, "GBP")) {
            ReducedSales theirs = new ReducedSales(others);
            UUID first = reduced.pay(new Sale(DAY, "CASH", 900), autumn.off("merchant", 100));
            UUID sold = theirs.pay(new Sale(DAY, "CASH", 500), autumn.off("merchant", 50));
            theirs.refund(sold, new Sale(DAY, "CASH", 500), autumn.off("merchant", 50));
            reduced.pay(new Sale(DAY, "CASH", 400), autumn.off("merchant", 50));
            reduced.refund(first, new Sale(DAY, "CASH", 300), autumn.off("merchant", 30));
            List<String> own = figures();
            List<String> foreign = figures(others);

            assertThat(own).contains("PROMOTION||Autumn|2|2|4|1450|1300|150|1|30");
            assertThat(foreign).contains("PROMOTION||Autumn|1|1|2|550|500|50|1|50");
            assertThat(number(DIFFERENCES)).isZero();
            rollUp();
            assertThat(figures()).isEqualTo(own);
            assertThat(figures(others)).isEqualTo(foreign);
        }
    }

    /** What waits of all merchants may be tens of thousands of sales, and each query of a report asks anew. */
    @Test
    void areReadWithoutALookForEachSaleOfOthers() throws SQLException {
        reduced.pay(new Sale(DAY, "CASH", 900), autumn.off("merchant", 100));
        try (SalesBooks others = new SalesBooks(database, "GBP")) {
            ReducedSales theirs = new ReducedSales(others);
            for (int i = 0; i < 20; i++) {
                UUID sold = theirs.pay(new Sale(DAY, "CASH", 500), autumn.off("merchant", 50));
                theirs.refund(sold, new Sale(DAY, "CASH", 500), autumn.off("merchant", 50));
            }
        }
        reduced.pay(new Sale(DAY, "CASH", 900), autumn.off("merchant", 100));

        assertThat(looks()).as("looks, where others sold twenty times").isBetween(1L, 19L);
    }

    @Test
    void areMadeAgainFromTheBooksAlone() throws SQLException {
        aDayWithEverything();
        rollUp();
        List<String> before = figures();
        database.asOwner("UPDATE reporting.campaign_day SET undone = undone + 1");

        number("SELECT reporting.refill_campaigns()");

        assertThat(figures()).isEqualTo(before);
        assertThat(number(DIFFERENCES)).isZero();
    }

    @Test
    void equalTheBooksWhileManySellAndTwoRollUp() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Long>> work = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            work.add(threads.submit(() -> sell(30)));
        }
        List<Future<Long>> followers =
                List.of(threads.submit(() -> keep(open, true)), threads.submit(() -> keep(open, true)));
        Future<Long> looks = threads.submit(() -> keep(open, false));
        for (Future<Long> each : work) {
            each.get();
        }
        open.set(false);

        assertThat(followers.get(0).get() + followers.get(1).get()).isPositive();
        assertThat(looks.get()).isZero();
        rollUp();
        assertThat(number(DIFFERENCES)).isZero();
        assertThat(number("SELECT sum(sales) FROM reporting.campaign_day WHERE kind = 'ANY'"))
                .isEqualTo(90);
        threads.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void areFoundOutWhen(Fault fault) throws SQLException {
        database.asOwner(fault.before);
        aDayWithEverything();
        Sale sale = new Sale(DAY, "CASH", 900);
        UUID payment = reduced.pay(sale, autumn.off("merchant", 100));
        database.asOwner("UPDATE transactions.payment SET state = 'CANCELLED' WHERE id = '" + payment + "'");
        reduced.refund(payment, sale, autumn.off("merchant", 100));
        rollUp();
        database.asOwner(fault.after);

        assertThat(number(DIFFERENCES)).as("differences found").isPositive();
    }

    /** Ways in which they may go wrong. */
    enum Fault {
        salesAreNotNoted("DROP TRIGGER noted_for_campaigns ON transactions.pricing", ""),
        refundsAreNotNoted("DROP TRIGGER noted_for_campaigns ON transactions.refund", ""),
        cancelledSalesStay(changed("SELECT -1, payment_id", "SELECT 0, payment_id"), ""),
        whatCancellationsUndoCounts(changed("WHERE NOT b.cancels", "WHERE true"), ""),
        vouchersOfOneSaleCountOnce(changed("count(DISTINCT source_id)", "1"), ""),
        aSaleCountsOncePerFunder(changed("times * list,", "times * list * count(*),"), ""),
        priceListsCountAsCampaigns(
                changed("FROM reduced WHERE kind IN ('PROMOTION', 'VOUCHER')", "FROM reduced WHERE true"), ""),
        giftsAreForgotten(
                changed("FROM transactions.promise g", "FROM transactions.promise g CROSS JOIN (SELECT LIMIT 0) none"),
                ""),
        somethingIsAddedTwice(
                "",
                "INSERT INTO reporting.priced_arrival SELECT 'sale', array_agg(payment_id) FROM transactions.pricing"),
        somebodyChangesASum("", "UPDATE reporting.campaign_day SET paid = paid + 1 WHERE party = 'merchant'");

        private final String before;
        private final String after;

        Fault(String before, String after) {
            this.before = before.isEmpty() ? "SELECT 1" : before;
            this.after = after.isEmpty() ? "SELECT 1" : after;
        }

        private static String changed(String from, String to) {
            return "DO $do$ DECLARE was text := pg_get_functiondef('reporting.fold_campaigns'::regproc); BEGIN"
                    + " IF position($f$" + from + "$f$ IN was) = 0 THEN RAISE 'nothing to change'; END IF;"
                    + " EXECUTE replace(was, $f$" + from + "$f$, $f$" + to + "$f$); END $do$";
        }
    }

    private void aDayWithEverything() {
        reduced.give(reduced.pay(new Sale(DAY, "CASH", 700)), gifts, "GIFT", 1, 0);
        UUID first = reduced.pay(
                new Sale(DAY, "WALLET", 8000), autumn.off("merchant", 1200), autumn.off("supplier:tea", 800));
        reduced.pay(
                new Sale(DAY, "CASH", 6800),
                autumn.off("merchant", 1000),
                voucher.off("merchant", 900),
                voucher.another().off("merchant", 600),
                points.off("merchant", 700));
        reduced.pay(
                new Sale(DAY, "CASH", 9000),
                members.off("merchant", 3000),
                autumn.off("merchant", 300),
                tea.off("merchant", 500),
                autumn.off("supplier:tea", 200));
        reduced.pay(new Sale(DAY.minusDays(1), "CASH", 7000), books.otherStore, tea.off("supplier:tea", 500));
        reduced.pay(new Sale(DAY, "CASH", 100), points.another().off("merchant", 50));
        reduced.refund(
                first, new Sale(DAY, "WALLET", 2000), autumn.off("merchant", 300), autumn.off("supplier:tea", 200));
    }

    private long sell(int count) {
        try (SalesBooks own = books.alongside(database)) {
            ReducedSales sales = new ReducedSales(own);
            own.holdBack();
            for (int i = 0; i < count; i++) {
                sales.pay(new Sale(DAY, "CASH", 1 + i), autumn.off("merchant", 5));
                if (i % 3 == 0) {
                    own.commit();
                }
            }
            own.commit();
        }
        return count;
    }

    /** Rolls up, or looks for sums that are not what one statement, so one snapshot, sees in the books. */
    private long keep(AtomicBoolean open, boolean rolling) throws SQLException {
        String look =
                "SELECT (SELECT coalesce(sum(reduction), 0) FROM reporting.campaign_figures('" + books.merchant.id()
                        + "', '2026-11-01', '2026-11-30', NULL) WHERE kind = 'ANY')"
                        + " - (SELECT coalesce(sum(amount), 0) FROM transactions.reduction)";
        long sum = 0;
        while (open.get()) {
            sum += Math.abs(number(rolling ? "SELECT reporting.roll_up_campaigns(10)" : look));
        }
        return sum;
    }

    @Test
    void asManyRowsAreTakenAsAreAskedFor() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO reporting.priced_arrival (source, ids)"
                    + " SELECT 'sale', ARRAY[gen_random_uuid()] FROM generate_series(1, 2500)");
        }

        assertThat(number("SELECT reporting.roll_up_campaigns(2000)")).isEqualTo(2000);
        assertThat(number("SELECT reporting.roll_up_campaigns(2000)")).isEqualTo(500);
        assertThat(number("SELECT reporting.roll_up_campaigns(2000)")).isZero();
    }

    private long rollUp() throws SQLException {
        return number("SELECT reporting.roll_up_campaigns(1000000)");
    }

    /** How often payments and refunds were looked into to read the merchant's figures. */
    private long looks() throws SQLException {
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT * FROM reporting.campaign_figures('" + books.merchant.id()
                    + "', '2026-11-01', '2026-11-30', NULL)");
            try (ResultSet row = statement.executeQuery("SELECT sum(seq_scan + coalesce(idx_scan, 0))"
                    + " FROM pg_stat_xact_user_tables WHERE relid IN (SELECT inhrelid FROM pg_inherits"
                    + " WHERE inhparent IN ('transactions.payment'::regclass, 'transactions.refund'::regclass))")) {
                row.next();
                return row.getLong(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private List<String> figures() throws SQLException {
        return figures(books);
    }

    private List<String> figures(SalesBooks whose) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.app().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT concat_ws('|', kind, party, name_en, sum(sales), sum(uses),"
                                + " sum(pieces), sum(list), sum(paid), sum(reduction), sum(returns), sum(undone))"
                                + " FROM reporting.campaign_figures('" + whose.merchant.id()
                                + "', '2026-11-01', '2026-11-30', NULL) GROUP BY campaign_id, kind, party, name_en ORDER BY 1")) {
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
}
