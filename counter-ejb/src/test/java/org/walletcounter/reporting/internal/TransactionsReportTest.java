package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportingError;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

class TransactionsReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

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
    void listsEveryPaymentAndRefundDayByDay() throws IOException {
        twoDays();

        String text = Printing.text(
                Printing.sales("transactions", books.scope(DAY.minusDays(1), DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text)
                .contains("Transactions", "20 November 2026 – 21 November 2026", "Net sales Gross sales Refunds Sales")
                .contains("Friday 20 November 2026", "Saturday 21 November 2026")
                .contains("09:30:00 Sale S1 – Cash Bo Paid 12.00")
                .contains("12:10:00 Sale S2 – Wallet Ada Paid 88.00")
                .contains("12:30:00 Refund Goods returned – Wallet Ada Given back −40.00")
                .contains("Refused 999.99", "Listed but not counted: refused attempts 1, cancelled sales 0.")
                .contains("Page 1");
        assertThat(text.indexOf("Friday")).isLessThan(text.indexOf("Saturday"));
    }

    @Test
    void speaksChinese() throws IOException {
        twoDays();

        String text = Printing.text(Printing.sales("transactions", books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF));

        assertThat(text)
                .contains("交易明细", "2026年11月21日", "会员钱包", "已支付", "退款", "第 1 页")
                .contains("顾客退货")
                .doesNotContain("S1 ", "returned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"returned", "damaged", "wrong-item", "overcharged", "goodwill", "other"})
    void everyReasonOfARefundHasItsTextInBothLanguages(String reason) {
        ReportDefinition report = Printing.library().find("transactions").orElseThrow();

        assertThat(Printing.library().texts(report, Locale.UK).getString("reason." + reason))
                .isNotEqualTo(reason);
        assertThat(Printing.library().texts(report, Locale.SIMPLIFIED_CHINESE).getString("reason." + reason))
                .isNotEqualTo(reason);
    }

    @Test
    void tellsARefundWithANumberOfItsOwnByThat() throws IOException {
        twoDays();
        books.run("UPDATE transactions.refund SET number = 'R-77' WHERE merchant_id = ?", books.merchant.id());

        String text = Printing.text(Printing.sales("transactions", books.scope(DAY, DAY, "zh-CN"), ReportFormat.PDF));

        assertThat(text).contains("R-77").doesNotContain("顾客退货", "returned");
    }

    @Test
    void writesOneRowEachIntoTheSheet() throws IOException {
        twoDays();

        Sheet sheet = Sheet.read(
                Printing.sales("transactions", books.scope(DAY.minusDays(1), DAY, "en-GB"), ReportFormat.XLSX));

        assertThat(sheet.rows()).hasSize(5);
        assertThat(sheet.row("S2")).contains("12:10:00", "Sale", "Wallet", "Ada", "Paid", "88");
        assertThat(sheet.row("Refund")).contains("12:30:00", "returned", "Wallet", "Given back");
    }

    @Test
    void whatWasPaidAndGivenBackIsNetSalesAlthoughASaleWasCancelled() throws IOException {
        twoDays();
        books.cancel(new Sale(DAY, LocalTime.of(13, 0), "CASH", 5000, "Tea", "Ada"));
        ReportScope both = books.scope(DAY.minusDays(1), DAY, "en-GB");

        String text = Printing.text(Printing.sales("transactions", both, ReportFormat.PDF));
        Sheet sheet = Sheet.read(Printing.sales("transactions", both, ReportFormat.XLSX));
        BigDecimal counted = sheet.rows().stream()
                .filter(row -> row.contains("Paid") || row.contains("Given back"))
                .map(row -> new BigDecimal(row.get(row.size() - 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(text)
                .contains("60.00 100.00 40.00 2", "refused attempts 1, cancelled sales 1.")
                .contains("13:00:00 Sale S4 – Cash Ada Cancelled 50.00")
                .contains("13:00:00 Refund Goods returned – Cash Ada Cancelled −50.00");
        assertThat(counted).isEqualByComparingTo("60");
    }

    @Test
    void leavesEmptyDaysWithADecentPage() throws IOException {
        String text = Printing.text(Printing.sales("transactions", books.scope(DAY, DAY, "en-GB"), ReportFormat.PDF));

        assertThat(text).contains("No sale and no refund on these days.", "Page 1");
    }

    @Test
    void refusesASheetOfTooManyRowsBeforeItIsBegunAndPrintsThemOnPaper() throws IOException {
        twoDays();
        ReportScope both = books.scope(DAY.minusDays(1), DAY, "en-GB");
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        assertThatThrownBy(() -> press(3, ReportFormat.XLSX, both, target))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ReportingError.TOO_MANY_ROWS);
                    assertThat(refusal.field()).isEqualTo("format");
                    assertThat(refusal.arguments()).containsExactly(3);
                });
        assertThat(target.size()).isZero();
        press(3, ReportFormat.PDF, both, target);
        assertThat(Printing.text(target.toByteArray())).contains("S1", "S2", "Refund", "Refused");
    }

    @Test
    void countsTheRowsOfTheDaysAskedForAndNoOthers() throws IOException {
        twoDays();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        ByteArrayOutputStream one = new ByteArrayOutputStream();

        press(4, ReportFormat.XLSX, books.scope(DAY.minusDays(1), DAY, "en-GB"), both);
        press(3, ReportFormat.XLSX, books.scope(DAY, DAY, "en-GB"), one);

        assertThat(Sheet.read(both.toByteArray()).rows()).hasSize(5);
        assertThat(Sheet.read(one.toByteArray()).rows()).hasSize(4);
    }

    private static void press(int mostRows, ReportFormat format, ReportScope scope, ByteArrayOutputStream target) {
        ReportLibrary library = Printing.library();
        ReportDefinition report = library.find("transactions").orElseThrow();
        new ReportPress(library, Printing.CLOCK, mostRows)
                .print(
                        new ReportPress.Edition(report, format, scope, "Mei Lin"),
                        () -> new SqlFigures(TestDatabase.shared().app(), library, report, scope, Printing.face()),
                        target);
    }

    private void twoDays() {
        books.pay(new Sale(DAY.minusDays(1), LocalTime.of(9, 30), "CASH", 1200, "Tea", "Bo"));
        UUID paid = books.pay(new Sale(DAY, LocalTime.of(12, 10), "WALLET", 8800, "Tea", "Ada"));
        books.refund(paid, new Sale(DAY, LocalTime.of(12, 30), "WALLET", 4000, "", "Ada"));
        books.refuse(new Sale(DAY, "WALLET", 99999));
    }
}
