package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

class DailySalesReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate HISTORY = LocalDate.of(2010, 12, 1);
    private static final int DPI = 144;

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
    void printsExactTotalsAndSaysThatTheyEqualTheLedger() throws IOException {
        aDayWithEverything();

        String text = Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text)
                .contains("Daily sales", "Saturday, 21 November 2026", "All stores · GBP")
                .contains(
                        "Equals the ledger: yes",
                        "Accounts of revenue and tax of the same days: 1,358.23, difference 0.00")
                .contains("Wallet 2 1,040.67 40.00 1,000.67 73.7%")
                .contains("Cash 2 357.56 357.56 26.3%")
                .contains("12:00 to 12:59 2 1,234.56 40.00 1,194.56")
                .contains("Tea 4 1,234.56 1,234.56")
                .contains("Without a category 0 163.67 40.00 123.67")
                .contains("Ada 2 1,234.56 40.00 1,194.56")
                .contains("Total 3 1,398.23 40.00 1,358.23")
                .contains("Sales paid with more than one tender, counted in each of them: 1.")
                .contains("Not in these figures: refused attempts 1, cancelled sales 1 (50.00).")
                .contains("Page 1 of 1");
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

        assertThat(Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF)))
                .contains(
                        "Before reductions 112.00 − promotions 13.00 − vouchers 7.00 − points 4.00 = Gross sales 88.00")
                .contains("Equals the ledger: yes");
        assertThat(Printing.text(Printing.daily(books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF)))
                .contains("减免前金额 112.00 − 促销优惠 13.00 − 优惠券 7.00 − 积分抵扣 4.00 = 销售总额 88.00")
                .contains("与总账核对：一致");
        Sheet sheet = Sheet.read(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.XLSX));
        assertThat(sheet.row("Before reductions")).contains("112");
        assertThat(sheet.row("points")).contains("4");
    }

    @Test
    void doesNotCallAnAmountWithAddedTaxListPrices() throws IOException {
        ReducedSales.Cause autumn = ReducedSales.Cause.promotion("Autumn", "秋季");
        UUID sale = new ReducedSales(books).pay(new Sale(DAY, "CASH", 9600), autumn.off("merchant", 2000));
        books.tax(sale, "VAT", 2000, 8000, 1600);

        assertThat(Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF)))
                .contains("Before reductions 116.00 − promotions 20.00 = Gross sales 96.00", "VAT 20 % 1 16.00")
                .doesNotContain("At list prices");
    }

    @Test
    void countsSalesThatWereRoundedAndNoneByTax() throws IOException {
        UUID sale = books.pay(new Sale(DAY, "CASH", 998));
        books.pay(new Sale(DAY, "CASH", 500));
        books.round(sale, 2);
        books.tax(sale, "VAT", 2000, 500, 100);
        books.tax(sale, "LOW", 500, 200, 10);

        String text = Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text.substring(text.indexOf("Tax in these sales")))
                .contains("VAT 20 % 1 1.00", "LOW 5 % 1 0.10", "Total 1.10");
        assertThat(text.substring(text.indexOf("Cash rounding"))).contains("Total 1 0.02");
    }

    @Test
    void speaksChinese() throws IOException {
        aDayWithEverything();

        String text = Printing.text(Printing.daily(books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF));

        assertThat(text)
                .contains("荷塘茶礼", "销售日报", "2026年11月21日星期六", "全部门店 · GBP", "按支付方式", "会员钱包", "按收银员")
                .contains("与总账核对：一致。同期收入与税金科目 1,358.23，差额 0.00。")
                .contains("合计 3 1,398.23 40.00 1,358.23");
    }

    @Test
    void namesAmountsWithoutAProductAsTheReaderDoes() throws IOException {
        books.pay(new Sale(DAY, LocalTime.NOON, "CASH", 1200, "open", "Ada"));

        assertThat(Printing.text(Printing.daily(books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF)))
                .contains("自定金额 2 12.00 12.00")
                .doesNotContain("open");
        assertThat(Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF)))
                .contains("Open amounts 2 12.00 12.00");
        assertThat(Sheet.read(Printing.daily(books.scope(DAY, DAY, "zh-CN"), ReportFormat.XLSX))
                        .row("自定金额"))
                .containsExactly("按品类", "自定金额", "2", "12", "0", "12");
    }

    @Test
    void looksTheSameWhateverLanguageTheServerSpeaks() throws IOException {
        aDayWithEverything();

        boolean same = Arrays.equals(firstPage(Locale.UK), firstPage(Locale.GERMANY));

        assertThat(same)
                .as("amounts in the chart are the report's, 1,000 and not 1.000")
                .isTrue();
    }

    /** What is on the first page of an English report that a server of another language printed. */
    private int[] firstPage(Locale server) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(server);
        try (PDDocument document = Loader.loadPDF(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            return page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysSoWhenTheLedgerDoesNotAgree() throws IOException {
        aDayWithEverything();
        books.tamper(DAY, 1);

        String text = Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text).contains("Equals the ledger: no", "1,358.24, difference -0.01");
    }

    @Test
    void countsHistoryThatWasImportedMuchLater() throws IOException {
        books.pay(new Sale(HISTORY, LocalTime.of(8, 26), "HISTORICAL", 13912, "WHITE", "import"));
        books.refund(null, new Sale(HISTORY, LocalTime.of(9, 41), "HISTORICAL", 2750, "", "import"));

        String text = Printing.text(Printing.daily(books.scope(HISTORY, HISTORY, "en-GB"), ReportFormat.PDF));

        assertThat(text).contains("Taken before this system 1 139.12 27.50 111.62", "Equals the ledger: yes", "111.62");
    }

    @Test
    void keepsStoresApart() throws IOException {
        books.pay(new Sale(DAY, "CASH", 100));
        books.pay(new Sale(DAY, "CASH", 70), books.otherStore);
        ReportScope all = books.scope(DAY, DAY, "en-GB");
        ReportScope one = new ReportScope(all.merchant(), books.otherStore, DAY, DAY, all.language(), all.currency());

        String text = Printing.text(Printing.daily(one, ReportFormat.PDF));

        assertThat(text)
                .contains(
                        "Bath · GBP",
                        "Cash 1 0.70 0.70",
                        "Accounts of revenue and tax of the same days: 0.70, difference 0.00");
    }

    @Test
    void cutsByDayWhereThereAreSeveral() throws IOException {
        books.pay(new Sale(DAY, "CASH", 100));
        books.pay(new Sale(DAY.minusDays(1), "CASH", 250));

        String text = Printing.text(Printing.daily(books.scope(DAY.minusDays(6), DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text)
                .contains("15 November 2026 – 21 November 2026", "By day", "2026-11-20 1 2.50", "2026-11-21 1 1.00");
    }

    @Test
    void leavesAnEmptyDayWithADecentPage() throws IOException {
        String text = Printing.text(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text).contains("No sale and no refund on these days.", "Equals the ledger: yes", "Page 1 of 1");
    }

    @Test
    void embedsItsTypefaceAndLeavesNoGlyphOut() throws IOException {
        books.pay(new Sale(DAY, LocalTime.of(9, 0), "WALLET", 8800, "茶叶·龙井", "喆𠮷 😀"));

        byte[] pdf = Printing.daily(books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF);

        assertThat(Printing.text(pdf)).contains("茶叶·龙井", "喆〓 〓");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("NotoSansSC");
                }
            }
        }
    }

    @Test
    void writesExactNumbersIntoTheSheet() throws IOException {
        aDayWithEverything();

        Sheet sheet = Sheet.read(Printing.daily(books.scope(DAY, DAY, "en-GB"), ReportFormat.XLSX));

        assertThat(sheet.onePageWide()).isTrue();
        assertThat(sheet.row("Net sales")).contains("1358.23");
        assertThat(sheet.row("Difference to the ledger")).contains("0");
        assertThat(sheet.row("Wallet")).containsExactly("By tender", "Wallet", "2", "1040.67", "40", "1000.67");
        assertThat(sheet.row("Tea")).containsExactly("By category", "Tea", "4", "1234.56", "0", "1234.56");
    }

    @Test
    void aDayTooFarAwayToReckonWithHoldsNoConnection() throws SQLException {
        LocalDate far = LocalDate.of(300_000_000, 1, 1);
        List<Connection> taken = new ArrayList<>();
        DataSource source = giving(taken, connection -> {});

        assertThatThrownBy(() -> figures(source, books.scope(far, far, "en-GB")))
                .isInstanceOf(ArithmeticException.class);
        assertThat(open(taken)).isZero();

        try (SqlFigures today = figures(source, books.scope(DAY, DAY, "en-GB"))) {
            assertThat(today.parameters()).containsKey("totals");
            assertThat(open(taken)).isEqualTo(1);
        }
        assertThat(open(taken)).isZero();
    }

    @Test
    void aConnectionThatIsOfNoUseIsGivenBack() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        DataSource source = giving(taken, connection -> {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT 1"); // in the midst of a transaction nothing can be set
        });

        assertThatThrownBy(() -> figures(source, books.scope(DAY, DAY, "en-GB")))
                .isInstanceOf(SQLException.class);
        assertThat(taken).hasSize(1);
        assertThat(open(taken)).isZero();
    }

    private static SqlFigures figures(DataSource source, ReportScope scope) throws SQLException {
        ReportDefinition report = Printing.library().find("daily-sales").orElseThrow();
        return new SqlFigures(source, Printing.library(), report, scope, Printing.face());
    }

    /** Connects to the books, and keeps what it has given. */
    private static DataSource giving(List<Connection> taken, Prepared prepared) {
        return (DataSource) Proxy.newProxyInstance(
                DailySalesReportTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> {
                    Connection connection = TestDatabase.shared().app().getConnection();
                    taken.add(connection);
                    prepared.prepare(connection);
                    return connection;
                });
    }

    private static int open(List<Connection> taken) throws SQLException {
        int open = 0;
        for (Connection each : taken) {
            open += each.isClosed() ? 0 : 1;
        }
        return open;
    }

    /** What is done to a connection before it is given. */
    private interface Prepared {
        void prepare(Connection connection) throws SQLException;
    }

    /** Sales of 1,398.23 with a mixed one, a refund, a refused attempt and a cancelled sale. */
    private void aDayWithEverything() {
        UUID first = books.pay(new Sale(DAY, LocalTime.of(12, 10), "WALLET", 95884, "Tea", "Ada"));
        books.pay(new Sale(DAY, LocalTime.of(12, 59), "CASH", 27572, "Tea", "Ada"));
        books.payMixed(new Sale(DAY, LocalTime.of(18, 0), "MIXED", 16367, "", "Bo"));
        books.refund(first, new Sale(DAY, LocalTime.of(12, 30), "WALLET", 4000, "", "Ada"));
        books.refuse(new Sale(DAY, "WALLET", 99999));
        books.cancel(new Sale(DAY, "CASH", 5000));
    }
}
