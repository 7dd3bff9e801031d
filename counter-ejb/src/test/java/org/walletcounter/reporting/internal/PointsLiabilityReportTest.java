package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportSpan;
import org.walletcounter.testing.TestDatabase;

class PointsLiabilityReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private SalesBooks books;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(TestDatabase.shared(), "GBP");
        UUID merchant = books.scope(DAY, DAY, "en-GB").merchant().id();
        UUID programme = UUID.randomUUID();
        String ids = "'" + programme + "', '" + merchant + "'";
        TestDatabase.shared()
                .asOwner(
                        "INSERT INTO loyalty.programme (id, merchant_id, code, name_en, name_zh, made_at) VALUES ("
                                + ids + ", 'house', 'House points', '本店积分', now())",
                        "INSERT INTO loyalty.programme_terms (programme_id, version, author, set_at, basis, points,"
                                + " per_minor, multipliers, pending_days, expiry, expiry_days, return_days,"
                                + " exchange_points, exchange_minor, exchange_least, exchange_percent) VALUES ('"
                                + programme
                                + "', 1, 'x', now(), 'AMOUNT', 1, 100, '{}', 14, 'NEVER', 0, 0, 100, 100, 0, 50)",
                        lot(programme, 1250, 0, false, "'2027-02-01T00:00:00Z'"),
                        lot(programme, 80, 0, true, "'2027-01-15T00:00:00Z'"),
                        lot(programme, 300, 25, false, "NULL"));
    }

    private static String lot(UUID programme, int left, int owed, boolean pending, String expires) {
        return "INSERT INTO loyalty.lot (id, programme_id, member_id, journal_id, source, earned, left_over, owed, clawed,"
                + " pending, matures_at, expires_at, made_at) VALUES (gen_random_uuid(), '" + programme
                + "', gen_random_uuid(), gen_random_uuid(), 'PURCHASE', 2000, " + left + ", " + owed + ", " + owed
                + ", "
                + pending + ", now(), " + expires + ", now())";
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void listsWhatIsOwedByTheMonthInWhichItLapses() throws IOException {
        assertThat(text("en-GB"))
                .contains("Points liability", "As of 22 Nov 2026, 09:30", "All stores · GBP")
                .contains("Can be spent", "1,550", "25")
                .contains("House points 2027-01 2 1,250 80 13.00")
                .contains("House points Never 1 300 0 3.00")
                .contains("Total 1,550 80 16.00");
    }

    @Test
    void speaksChinese() throws IOException {
        assertThat(text("zh-CN"))
                .contains("积分负债", "截至 2026年11月22日", "全部门店 · GBP")
                .contains("本店积分 永不过期 1 300 0 3.00", "合计 1,550 80 16.00");
    }

    @Test
    void isOfTodayWhateverDaysAreAskedFor() {
        ReportSpan span =
                Printing.library().find("points-liability").orElseThrow().span();

        assertThat(span).isEqualTo(ReportSpan.NOW);
        assertThat(span.from(DAY.minusYears(3), DAY)).isEqualTo(DAY);
        assertThat(span.to(DAY.minusYears(2), DAY)).isEqualTo(DAY);
    }

    private String text(String language) throws IOException {
        ReportScope scope = books.scope(DAY, DAY, language);
        return Printing.text(Printing.print(
                "points-liability",
                scope,
                ReportFormat.PDF,
                report -> new SqlFigures(
                        TestDatabase.shared().app(), Printing.library(), report, scope, Printing.face())));
    }
}
