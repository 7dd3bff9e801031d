package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.members.MemberView;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.reporting.ReportFormat;

class WalletStatementTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate TO = LocalDate.of(2026, 11, 21);
    private static final UUID MERCHANT = UUID.randomUUID();

    /** Newest first, as the ledger gives them. */
    private final List<StatementLine> account = List.of(
            line("2026-11-22T08:00:00Z", "payment", -500, 10620),
            line("2026-11-21T23:59:59Z", "refund", 1000, 11120),
            line("2026-11-20T12:00:00Z", "payment", -8880, 10120),
            line("2026-11-01T00:00:00Z", "top-up", 10000, 19000),
            line("2026-10-31T23:59:59Z", "payment", -1000, 9000),
            line("2026-10-01T10:00:00Z", "top-up", 10000, 10000));

    @Test
    void carriesTheBalanceFromBeforeTheSpanToItsEnd() throws IOException {
        String text = Printing.text(statement("en-GB", ReportFormat.PDF, account, 500));

        assertThat(text)
                .contains("Wallet statement", "Li Wei 李维 · M 1024 7731", "1 November 2026 – 21 November 2026 · CNY")
                .contains("90.00", "110.00", "-88.80", "111.20")
                .contains("+100.00 190.00", "−88.80 101.20", "+10.00 111.20", "Refund T1-0042")
                .doesNotContain("−5.00", "−10.00 90.00", "Nothing moved");
    }

    @Test
    void readsPageByPageAndStopsWhereTheSpanBegins() {
        List<String> asked = new ArrayList<>();
        figures("en-GB").read((id, after, limit) -> page(account, after, 2, asked), new AccountId(1));

        assertThat(asked).containsExactly("null", "2", "4");
    }

    @Test
    void findsTheBalanceOfASpanInWhichNothingMoved() throws IOException {
        String text = Printing.text(statement("zh-CN", ReportFormat.PDF, account.subList(4, 6), 1));

        assertThat(text).contains("钱包对账单", "期初余额", "90.00", "所选日期没有变动。");
    }

    @Test
    void knowsHowLongItIs() {
        WalletFigures figures = figures("en-GB")
                .read((id, after, limit) -> page(account, after, 500, new ArrayList<>()), new AccountId(1));

        assertThat(figures.longerThan(2)).isTrue();
        assertThat(figures.longerThan(3)).isFalse();
    }

    @Test
    void writesExactNumbersIntoTheSheet() throws IOException {
        Sheet sheet = Sheet.read(statement("en-GB", ReportFormat.XLSX, account, 500));

        assertThat(sheet.row("Refund")).contains("2026-11-21 23:59:59", "10", "111.2");
    }

    @Test
    void givesMembersTheirOwnAndNoOther() {
        UUID own = UUID.randomUUID();
        Actor member = new Actor("member:" + own, "Li Wei", "member", MERCHANT, null);

        assertThat(WalletSubject.of(member, null, "CNY")).isEqualTo(new WalletSubject(own, "CNY"));
        assertThat(WalletSubject.of(member, own + "/GBP", "CNY")).isEqualTo(new WalletSubject(own, "GBP"));
        assertThatThrownBy(() -> WalletSubject.of(member, UUID.randomUUID().toString(), "CNY"))
                .isInstanceOf(CounterException.class)
                .hasMessageContaining("reporting.NO_SUCH_SUBJECT");
    }

    private byte[] statement(String language, ReportFormat format, List<StatementLine> lines, int perPage) {
        WalletFigures figures = figures(language)
                .read((id, after, limit) -> page(lines, after, perPage, new ArrayList<>()), new AccountId(1));
        return Printing.print("wallet-statement", scope(language), format, report -> figures);
    }

    private static WalletFigures figures(String language) {
        MemberView member = new MemberView(
                UUID.randomUUID(),
                MERCHANT,
                "M 1024 7731",
                "Li Wei 李维",
                "+86 138****0000",
                "zh",
                MemberView.State.ACTIVE,
                Instant.EPOCH,
                null,
                false,
                List.of(),
                List.of());
        ReportDefinition report = Printing.library().find("wallet-statement").orElseThrow();
        ReportScope scope = scope(language);
        return new WalletFigures(scope, member, Printing.library().texts(report, scope.language()), Printing.face());
    }

    private static ReportScope scope(String language) {
        MerchantView merchant =
                new MerchantView(MERCHANT, "lotus", "Lotus Tea & Gifts", "荷塘茶礼", "CNY", ZoneId.of("Europe/London"));
        return new ReportScope(merchant, null, FROM, TO, Locale.forLanguageTag(language), "CNY");
    }

    private static Page<StatementLine> page(
            List<StatementLine> lines, @org.jspecify.annotations.Nullable String after, int size, List<String> asked) {
        asked.add(String.valueOf(after));
        int start = after == null ? 0 : Integer.parseInt(after);
        int end = Math.min(lines.size(), start + size);
        return new Page<>(lines.subList(start, end), end < lines.size() ? String.valueOf(end) : null);
    }

    private static StatementLine line(String moment, String kind, long amount, long balance) {
        Instant at = Instant.parse(moment);
        return new StatementLine(Ids.at(at), 1, kind, at, amount, balance, "{\"payment\":\"x\",\"sale\":\"T1-0042\"}");
    }
}
