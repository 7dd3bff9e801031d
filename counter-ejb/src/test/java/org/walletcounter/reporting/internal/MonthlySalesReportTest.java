package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportSpan;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

class MonthlySalesReportTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private SalesBooks books;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(TestDatabase.shared(), "GBP");
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void cutsTheMonthByDayStoreTenderCategoryAndProduct() throws IOException {
        aMonth();

        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF));

        assertThat(text)
                .contains("Monthly sales", "November 2026", "All stores · GBP", "Gross sales by day")
                .contains(
                        "Equals the ledger: yes",
                        "By day",
                        "By store",
                        "By tender",
                        "By category",
                        "Best-selling products")
                .contains("Sun 1 Nov 1 88.00 40.00 48.00")
                .contains("Mon 30 Nov 1 12.00 12.00")
                .contains("Wallet 1 88.00 40.00 48.00 80.0%")
                .contains("Text 4 100.00 100.00")
                .contains("Total 2 100.00 40.00 60.00")
                .doesNotContain("Oct", "Dec");
    }

    @Test
    void showsWhatWasTakenOffBetweenTheAmountBeforeItAndGross() throws IOException {
        LocalDate day = LocalDate.of(2026, 11, 21);
        ReducedSales reduced = new ReducedSales(books);
        books.pay(new Sale(day, "CASH", 2000));
        reduced.pay(
                new Sale(day, "CASH", 6800),
                ReducedSales.Cause.promotion("Autumn", "秋季").off("merchant", 1300),
                ReducedSales.Cause.of("VOUCHER", "Welcome", "迎新").off("merchant", 700),
                ReducedSales.Cause.of("POINTS", "Points", "积分").off("merchant", 400));

        assertThat(Printing.text(Printing.sales(
                        "monthly-sales",
                        books.scope(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), "en-GB"),
                        ReportFormat.PDF)))
                .contains(
                        "Before reductions 112.00 − promotions 13.00 − vouchers 7.00 − points 4.00 = Gross sales 88.00")
                .contains("Equals the ledger: yes");
        assertThat(Printing.text(Printing.sales(
                        "monthly-sales",
                        books.scope(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), "zh-CN"),
                        ReportFormat.PDF)))
                .contains("减免前金额 112.00 − 促销优惠 13.00 − 优惠券 7.00 − 积分抵扣 4.00 = 销售总额 88.00")
                .contains("与总账核对：一致");
        Sheet sheet = Sheet.read(Printing.sales(
                "monthly-sales",
                books.scope(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), "en-GB"),
                ReportFormat.XLSX));
        assertThat(sheet.row("Before reductions")).contains("112");
        assertThat(sheet.row("points")).contains("4");
    }

    @Test
    void doesNotCallAnAmountWithAddedTaxListPrices() throws IOException {
        ReducedSales.Cause autumn = ReducedSales.Cause.promotion("Autumn", "秋季");
        UUID sale = new ReducedSales(books).pay(new Sale(FIRST, "CASH", 9600), autumn.off("merchant", 2000));
        books.tax(sale, "VAT", 2000, 8000, 1600);

        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF));

        assertThat(text)
                .contains("Before reductions 116.00 − promotions 20.00 = Gross sales 96.00", "VAT 20 % 1 16.00")
                .doesNotContain("At list prices");
    }

    @Test
    void countsSalesThatWereRoundedAndNoneByTax() throws IOException {
        UUID sale = books.pay(new Sale(FIRST, "CASH", 998));
        books.pay(new Sale(LAST, "CASH", 500));
        books.round(sale, 2);
        books.tax(sale, "VAT", 2000, 500, 100);
        books.tax(sale, "LOW", 500, 200, 10);

        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF));

        assertThat(text.substring(text.indexOf("Tax in these sales")))
                .contains("VAT 20 % 1 1.00", "LOW 5 % 1 0.10", "Total 1.10");
        assertThat(text.substring(text.indexOf("Cash rounding"))).contains("Total 1 0.02");
    }

    @Test
    void noBarIsOfTheSameDayOfTwoMonths() throws SQLException {
        LocalDate october = LocalDate.of(2026, 10, 1);
        books.pay(new Sale(october.withDayOfMonth(20), "CASH", 1200));
        books.pay(new Sale(FIRST.withDayOfMonth(20), "CASH", 700));

        Map<String, BigDecimal> bars = Printing.bars("monthly-sales", books.scope(october, LAST, "en-GB"), "gross");

        assertThat(bars)
                .hasSize(61)
                .containsEntry("10-20", new BigDecimal("12.00"))
                .containsEntry("11-20", new BigDecimal("7.00"));
        assertThat(bars.keySet()).startsWith("10-01", "10-02").endsWith("11-29", "11-30");
        assertThat(Printing.bars("monthly-sales", books.scope(FIRST, LAST, "en-GB"), "gross"))
                .hasSize(30)
                .containsEntry("20", new BigDecimal("7.00"));
    }

    @Test
    void speaksChinese() throws IOException {
        aMonth();

        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "zh-CN"), ReportFormat.PDF));

        assertThat(text).contains("销售月报", "2026年11月", "每日销售总额", "按门店", "畅销商品", "11月1日", "与总账核对：一致");
    }

    @Test
    void writesExactNumbersIntoTheSheet() throws IOException {
        aMonth();

        Sheet sheet = Sheet.read(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.XLSX));

        assertThat(sheet.row("Net sales")).contains("60");
        assertThat(sheet.rows())
                .contains(
                        List.of("By day", "2026-11-01", "1", "88", "40", "48"),
                        List.of("By day", "2026-11-30", "1", "12", "0", "12"));
        assertThat(sheet.row("Cash")).containsExactly("By tender", "Cash", "1", "12", "0", "12");
        assertThat(sheet.row("Tea")).containsExactly("By category", "Tea", "4", "100", "0", "100");
    }

    @Test
    void namesTheHousesCategoriesAsTheReaderDoesAndAMerchantsOwnAsTheMerchantDoes() throws IOException {
        categories();

        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "zh-CN"), ReportFormat.PDF));

        assertThat(text)
                .contains("自定金额 2 12.00 12.00", "车费 2 7.00 7.00", "Opening 2 3.00 3.00")
                .doesNotContain("open", "Fares");
        assertThat(text.substring(text.indexOf("畅销商品"))).contains("自定金额 2 12.00 12.00", "车费 2 7.00 7.00");
        assertThat(Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF)))
                .contains("Open amounts 2 12.00 12.00", "Fares 2 7.00 7.00", "Opening 2 3.00 3.00");
    }

    @Test
    void namesTheHousesCategoriesInTheSheetToo() throws IOException {
        categories();

        Sheet sheet = Sheet.read(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "zh-CN"), ReportFormat.XLSX));

        assertThat(sheet.rows())
                .contains(
                        List.of("按品类", "自定金额", "2", "12", "0", "12"),
                        List.of("按品类", "车费", "2", "7", "0", "7"),
                        List.of("按品类", "Opening", "2", "3", "0", "3"),
                        List.of("畅销商品", "车费", "2", "7", "0", "7"));
    }

    @Test
    void isMadeOfWholeMonthsWhateverDaysAreAskedFor() {
        LocalDate day = LocalDate.of(2028, 2, 7);
        LocalDate today = LocalDate.of(2028, 5, 9);

        assertThat(ReportSpan.MONTH.from(day, today)).isEqualTo(LocalDate.of(2028, 2, 1));
        assertThat(ReportSpan.MONTH.to(day, today)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(ReportSpan.DAYS.from(day, today)).isEqualTo(day);
    }

    @Test
    void leavesAnEmptyMonthWithADecentPage() throws IOException {
        String text =
                Printing.text(Printing.sales("monthly-sales", books.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF));

        assertThat(text).contains("No sale and no refund in this month.", "Page 1 of 1");
    }

    /** An amount without a product, a fare, and something of the merchant's that is called nearly like the former. */
    private void categories() {
        books.pay(new Sale(FIRST, LocalTime.NOON, "CASH", 1200, "open", "Ada"));
        UUID fare = books.pay(new Sale(FIRST, LocalTime.NOON, "WALLET", 700, "Fares", "Ada"));
        books.run("UPDATE transactions.sale_line SET sku = 'FARE', text = 'Fares' WHERE payment_id = ?", fare);
        books.pay(new Sale(FIRST, LocalTime.NOON, "CASH", 300, "Opening", "Ada"));
    }

    /** Sales on the first and the last day, one given back in part; others in the months beside it. */
    private void aMonth() {
        UUID first = books.pay(new Sale(FIRST, LocalTime.of(0, 10), "WALLET", 8800, "Tea", "Ada"));
        books.refund(first, new Sale(FIRST, LocalTime.of(12, 30), "WALLET", 4000, "", "Ada"));
        books.pay(new Sale(LAST, LocalTime.of(23, 50), "CASH", 1200, "Tea", "Bo"));
        books.pay(new Sale(FIRST.minusDays(1), "CASH", 777));
        books.pay(new Sale(LAST.plusDays(1), "CASH", 999));
    }
}
