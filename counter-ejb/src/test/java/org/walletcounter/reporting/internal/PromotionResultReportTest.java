package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.internal.ReducedSales.Cause;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

class PromotionResultReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private final Cause autumn = Cause.promotion("Autumn: 20 off 100", "秋季满100减20");
    private final Cause voucher = Cause.of("VOUCHER", "Welcome voucher", "迎新优惠券");
    private SalesBooks books;
    private ReducedSales reduced;
    private UUID partner;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(TestDatabase.shared(), "GBP");
        reduced = new ReducedSales(books);
        partner = TestDatabase.shared().newMerchant();
        TestDatabase.shared()
                .asOwner(
                        "INSERT INTO merchants.merchant VALUES ('" + partner + "', '" + partner
                                + "', 'Partner Tea House', '伙伴茶馆', 'GBP', 'Europe/London'), ('" + books.merchant.id()
                                + "', '"
                                + books.merchant.id() + "', 'Lotus', '荷塘', 'GBP', 'Europe/London')",
                        "INSERT INTO merchants.store (id, merchant_id, code, name_en, name_zh) VALUES ('"
                                + books.store.id() + "', '" + books.merchant.id()
                                + "', '01', 'Covent Garden', '考文特花园店')");
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void tellsUsesCostsFundersAndBasketsAndEqualsTheLedger() throws IOException {
        someDays();

        assertThat(text("en-GB"))
                .contains("Promotion result", "November 2026", "All stores · GBP")
                .contains("Equals the ledger: yes. Accounts of the same days: promotion funding 28.00, voucher cost and"
                        + " clearing 15.00, difference 0.00.")
                .contains("Autumn: 20 off 100 2 2 33.00 5.00 28.00 74.00 35.00")
                .contains("Welcome voucher 2 1 15.00 15.00 68.00 46.25")
                .contains("This merchant 32.00 3.00 29.00")
                .contains("Supplier tea 8.00 2.00 6.00")
                .contains("Partner Tea House 8.00 8.00")
                .contains("Top stores", "Covent Garden 2 2 48.00 5.00 43.00 74.00")
                .contains("2026-11-20 1 1 28.00 28.00 68.00")
                .contains("Total 48.00 5.00 43.00")
                .doesNotContain("Points")
                .contains("Page 1 of 2");
    }

    @Test
    void speaksChinese() throws IOException {
        someDays();

        assertThat(text("zh-CN"))
                .contains("荷塘茶礼", "促销效果表", "2026年11月", "促销活动", "优惠券", "费用承担方", "本商户", "供应商 tea")
                .contains("与总账核对：一致。同期促销费用科目 28.00，优惠券费用与清算科目 15.00，差额 0.00。")
                .contains("秋季满100减20 2 2 33.00 5.00 28.00 74.00 35.00");
    }

    @Test
    void saysSoWhenAFundersAccountDoesNotAgree() throws IOException {
        someDays();
        TestDatabase.shared()
                .asOwner(
                        "INSERT INTO transactions.reduction SELECT payment_id, 99, step, source_id, campaign_id, name_en,"
                                + " name_zh, party, 7 FROM transactions.reduction WHERE campaign_id = '"
                                + autumn.campaign()
                                + "' LIMIT 1");

        assertThat(text("en-GB")).contains("Equals the ledger: no", "promotion funding 28.00", "difference 0.07");
    }

    @Test
    void leavesDaysWithoutCampaignsWithADecentPage() throws IOException {
        books.pay(new Sale(DAY, "CASH", 2000));

        assertThat(text("en-GB"))
                .contains("No promotion and no voucher took anything off on these days.")
                .contains("Equals the ledger: yes", "Page 1 of 1");
    }

    @Test
    void writesExactNumbersIntoTheSheet() throws IOException {
        someDays();

        Sheet sheet = Sheet.read(print("en-GB", ReportFormat.XLSX));

        assertThat(sheet.onePageWide()).isTrue();
        assertThat(sheet.row("Difference to the ledger")).contains("0");
        assertThat(sheet.row("Autumn: 20 off 100"))
                .containsExactly(
                        "Promotions", "Autumn: 20 off 100", "2", "2", "4", "200", "148", "33", "5", "28", "74", "35");
        assertThat(sheet.row("Supplier tea")).containsExactly("Who pays for it", "Supplier tea", "8", "2", "6");
    }

    @Test
    void noBarIsOfTheSameDayOfTwoMonths() throws SQLException {
        LocalDate october = LocalDate.of(2026, 10, 20);
        LocalDate november = LocalDate.of(2026, 11, 20);
        reduced.pay(new Sale(october, "CASH", 6800), autumn.off("merchant", 1200));
        reduced.pay(new Sale(november, "CASH", 6800), autumn.off("merchant", 700));

        Map<String, BigDecimal> bars =
                Printing.bars("promotion-result", books.scope(october, november, "en-GB"), "reduction");

        assertThat(bars)
                .hasSize(32)
                .containsEntry("10-20", new BigDecimal("12.00"))
                .containsEntry("11-20", new BigDecimal("7.00"));
        assertThat(bars.keySet()).startsWith("10-20", "10-21").endsWith("11-19", "11-20");
    }

    /** Two sales with the promotion, one of them with two vouchers and points; two at list prices; one return. */
    private void someDays() {
        UUID first = reduced.pay(
                new Sale(DAY, "WALLET", 8000), autumn.off("merchant", 1200), autumn.off("supplier:tea", 800));
        reduced.pay(
                new Sale(DAY.minusDays(1), "CASH", 6800),
                autumn.off("merchant", 1300),
                voucher.off("merchant", 700),
                voucher.another().off("merchant:" + partner, 800),
                Cause.of("POINTS", "Points", "积分").off("merchant", 400));
        books.pay(new Sale(DAY, "CASH", 2000));
        books.pay(new Sale(DAY, "CASH", 4000));
        books.pay(new Sale(FIRST, "CASH", 4500));
        reduced.refund(
                first, new Sale(DAY, "WALLET", 2000), autumn.off("merchant", 300), autumn.off("supplier:tea", 200));
    }

    private String text(String language) throws IOException {
        return Printing.text(print(language, ReportFormat.PDF));
    }

    private byte[] print(String language, ReportFormat format) {
        return Printing.sales("promotion-result", books.scope(FIRST, LAST, language), format);
    }
}
