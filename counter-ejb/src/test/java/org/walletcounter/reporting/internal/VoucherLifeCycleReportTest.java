package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.testing.TestDatabase;

class VoucherLifeCycleReportTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final int MADE = 50;

    private final TestDatabase database = TestDatabase.shared();
    private final UUID campaign = UUID.randomUUID();
    private final String unit = "VCH:" + campaign;
    private SalesBooks books;
    private long supply;
    private long pool;
    private long used;
    private long expired;
    private long withdrawn;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(database, "GBP");
        supply = account("voucher-supply");
        pool = account("voucher-pool");
        used = account("voucher-used");
        expired = account("voucher-expired");
        withdrawn = account("voucher-withdrawn");
        long budget = books.account("budget", "BUD:" + campaign, "campaign:" + campaign);
        database.asOwner(
                "INSERT INTO vouchers.campaign (id, merchant_id, code, state, name_en, name_zh, currency, kind, terms, way,"
                        + " open_from, open_until, valid_days, total, budget, supply_account, pool_account, used_account,"
                        + " expired_account, withdrawn_account, budget_account, made_by, made_at) VALUES ('" + campaign
                        + "', '"
                        + books.merchant.id()
                        + "', 'WELCOME', 'LIVE', 'Welcome voucher', '迎新优惠券', 'GBP', 'AMOUNT', '{}',"
                        + " 'TAKE', now(), now(), 30, " + MADE + ", 100000, " + supply + ", " + pool + ", " + used
                        + ", "
                        + expired + ", " + withdrawn + ", " + budget + ", 'x', now())",
                "UPDATE ledger.account SET balance = 98800 WHERE id = " + budget);
        move(supply, pool, MADE);
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void tellsWhatBecameOfVouchersAndEqualsTheLedger() throws IOException {
        someVouchers();

        assertThat(text("en-GB"))
                .contains("Voucher life cycle", "November 2026")
                .contains(
                        "Equals the ledger: yes. Voucher accounts: 1 in hand, 3 used since the beginning, difference 0.")
                .contains("Welcome voucher 50 5 2 1 1 1 12.00 988.00 3.5")
                .contains("Taken by the customer 4 2 0 1 0 12.00 3.5")
                .contains("Granted to a segment 1 0 1 0 1 0.00")
                .contains("2026-11-12 2 1 0 0 4.00 2.0")
                .contains("Page 1 of 1");
    }

    @Test
    void speaksChinese() throws IOException {
        someVouchers();

        assertThat(text("zh-CN"))
                .contains("优惠券生命周期表", "顾客领取 4 2 0 1 0 12.00 3.5", "定向发放", "迎新优惠券 50 5 2 1 1 1 12.00 988.00 3.5")
                .contains("与总账核对：一致。券科目：持有 1 张，累计核销 3 张，差额 0。");
    }

    @Test
    void saysSoWhenTheVouchersAccountsDoNotAgree() throws IOException {
        someVouchers();
        move(pool, used, 1);

        assertThat(text("en-GB"))
                .contains("Equals the ledger: no. Voucher accounts: 1 in hand, 4 used", "difference 1");
    }

    @Test
    void writesNumbersIntoTheSheet() throws IOException {
        someVouchers();

        Sheet sheet = Sheet.read(print("en-GB", ReportFormat.XLSX));

        assertThat(sheet.onePageWide()).isTrue();
        assertThat(sheet.row("Difference to the ledger")).contains("0");
        assertThat(sheet.row("Welcome voucher"))
                .containsExactly("By campaign", "Welcome voucher", "50", "5", "2", "1", "1", "1", "12", "988", "3.5");
    }

    @Test
    void leavesAMerchantWithoutVouchersWithADecentPage() throws IOException {
        try (SalesBooks others = new SalesBooks(database, "GBP")) {
            String text = Printing.text(
                    Printing.sales("voucher-life-cycle", others.scope(FIRST, LAST, "en-GB"), ReportFormat.PDF));

            assertThat(text).contains("No voucher campaign has begun yet.", "Equals the ledger: yes", "0 0 0 0 0.00 –");
            Sheet sheet = Sheet.read(
                    Printing.sales("voucher-life-cycle", others.scope(FIRST, LAST, "en-GB"), ReportFormat.XLSX));
            assertThat(sheet.row("Days to use")).containsExactly("Days to use");
        }
    }

    @Test
    void aDraftIsNoCampaignThatHasBegun() throws IOException {
        database.asOwner("UPDATE vouchers.campaign SET state = 'DRAFT' WHERE id = '" + campaign + "'");

        assertThat(text("en-GB"))
                .contains("No voucher campaign has begun yet.", "Equals the ledger: yes")
                .doesNotContain("Welcome voucher");
    }

    @Test
    void noBarIsOfTheSameDayOfTwoMonths() throws SQLException {
        LocalDate october = LocalDate.of(2026, 10, 20);
        LocalDate november = LocalDate.of(2026, 11, 20);
        use(voucher("TAKEN", "2026-10-01", "USED", "2026-10-20"), 500, "2026-10-20");
        use(voucher("TAKEN", "2026-10-01", "USED", "2026-11-20"), 500, "2026-11-20");

        assertThat(Printing.bars("voucher-life-cycle", books.scope(october, november, "en-GB"), "used"))
                .hasSize(32)
                .containsEntry("10-20", BigDecimal.ONE)
                .containsEntry("11-20", BigDecimal.ONE);
    }

    /** Five given out in November, one of October used: three used (one of them in October), one of each other fate. */
    private void someVouchers() {
        use(voucher("TAKEN", "2026-10-01", "USED", "2026-10-05"), 500, "2026-10-05");
        use(voucher("TAKEN", "2026-11-05", "USED", "2026-11-10"), 800, "2026-11-10");
        use(voucher("TAKEN", "2026-11-10", "USED", "2026-11-12"), 400, "2026-11-12");
        voucher("TAKEN", "2026-11-12", "WITHDRAWN", "2026-11-13");
        voucher("GRANTED", "2026-10-01", "EXPIRED", "2026-11-01");
        voucher("GRANTED", "2026-11-12", "IN_HAND", null);
        voucher("TAKEN", "2026-11-14", "USED", "2026-11-15"); // called back: neither used nor in hand any more
        database.asOwner(
                "UPDATE vouchers.voucher SET state = 'IN_HAND', generation = 1, left_at = NULL, left_journal = NULL"
                        + " WHERE campaign_id = '" + campaign + "' AND issued_at::date = '2026-11-14'",
                "UPDATE vouchers.voucher SET state = 'GIVEN', left_at = now(), left_journal = gen_random_uuid()"
                        + " WHERE campaign_id = '" + campaign + "' AND issued_at::date = '2026-11-14'");
    }

    private UUID voucher(String came, String issued, String state, @org.jspecify.annotations.Nullable String left) {
        UUID id = UUID.randomUUID();
        long account = books.account("voucher", unit, "voucher:" + id);
        move(pool, account, 1);
        long next = switch (state) {
            case "USED" -> issued.endsWith("14") ? withdrawn : used;
            case "EXPIRED" -> expired;
            case "WITHDRAWN" -> withdrawn;
            default -> account;
        };
        if (next != account) {
            move(account, next, 1);
        }
        String gone = left == null ? "NULL, NULL" : "'" + left + " 12:00Z', gen_random_uuid()";
        database.asOwner(
                "INSERT INTO vouchers.voucher (id, campaign_id, account_id, state, came, issued_at, valid_from,"
                        + " valid_until, journal_id, left_at, left_journal) VALUES ('" + id + "', '" + campaign + "', "
                        + account
                        + ", '" + state + "', '" + came + "', '" + issued
                        + " 12:00Z', now(), now(), gen_random_uuid(), " + gone
                        + ")");
        return id;
    }

    private void use(UUID voucher, long saving, String day) {
        database.asOwner(
                "ALTER TABLE vouchers.redemption DISABLE TRIGGER used",
                "INSERT INTO vouchers.redemption (voucher_id, generation, campaign_id, merchant_id, sale_number, saving,"
                        + " currency, used_at, business_day, journal_id) VALUES ('" + voucher + "', 0, '" + campaign
                        + "', '"
                        + books.merchant.id() + "', 'S', " + saving + ", 'GBP', '" + day + " 12:00Z', '" + day
                        + "', gen_random_uuid())",
                "ALTER TABLE vouchers.redemption ENABLE TRIGGER used");
    }

    private long account(String kind) {
        return books.account(kind, unit, "campaign:" + campaign);
    }

    /** As the ledger's writer leaves balances: free accounts may still have theirs in the tail. */
    private void move(long from, long to, int count) {
        database.asOwner(
                "UPDATE ledger.account SET balance = balance - " + count + " WHERE id = " + from,
                to == used
                        ? "INSERT INTO ledger.tail (account_id, amount) VALUES (" + to + ", " + count + ")"
                        : "UPDATE ledger.account SET balance = balance + " + count + " WHERE id = " + to);
    }

    private String text(String language) throws IOException {
        return Printing.text(print(language, ReportFormat.PDF));
    }

    private byte[] print(String language, ReportFormat format) {
        return Printing.sales("voucher-life-cycle", books.scope(FIRST, LAST, language), format);
    }
}
