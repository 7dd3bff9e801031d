package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.State;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Terms;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.internal.ReducedSales.Cause;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.testing.TestDatabase;

/** What a promotion changed against those that it is kept from, as the report on paper tells it. */
class UpliftOnPaperTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int HALF = 5_000;

    private final TestDatabase database = TestDatabase.shared();
    private final Cause tea = Cause.promotion("Tea & cake <autumn>", "秋季茶点");
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
    void saysHowMuchMoreInBothLanguages() throws IOException, SQLException {
        buy(40, 2_000, 1_000);

        assertThat(printed("en-GB", HALF))
                .contains(
                        "What it changed Tea & cake <autumn> About 100% more turnover per member than without it,"
                                + " between 100% and 100%. A thousand members paid 20,000.00 with it and 10,000.00 without: a"
                                + " difference of 10,000.00, between 10,000.00 and 10,000.00 (95%). It was kept from 40 members (50%).");
        assertThat(printed("zh-CN", HALF).replace(" ", ""))
                .contains("活动带来的变化秋季茶点与没有活动相比，会员人均消费约增加100%，区间为100%至100%。")
                .contains("每千名会员的消费：参与活动20,000.00，对照组10,000.00，差额10,000.00，区间10,000.00至10,000.00（95%）。")
                .contains("对照组为40名不参与活动的会员（50%）。");
    }

    @Test
    void saysSoWhereTooFewHaveBought() throws IOException, SQLException {
        buy(3, 2_000, 1_000);

        assertThat(printed("en-GB", HALF))
                .contains("Not enough data to tell yet: 30 members or more must have bought in each group.")
                .doesNotContain("A thousand members paid");
    }

    @Test
    void saysNothingOfAPromotionThatIsKeptFromNobody() throws IOException, SQLException {
        buy(3, 2_000, 1_000);

        assertThat(printed("en-GB", 0)).contains("Tea & cake <autumn>").doesNotContain("What it changed");
    }

    @Test
    void saysHowManyAreLeftOut() throws IOException, SQLException {
        ReducedSales reduced = new ReducedSales(books);
        for (int i = 1; i <= 22; i++) {
            reduced.pay(
                    new Sale(DAY, "CASH", 1_000),
                    Cause.promotion("Offer " + i, "优惠" + i).off("merchant", i));
        }
        assertThat(printed("en-GB", HALF)).contains("Not compared here, because they took less off: 2.");
        assertThat(printed("zh-CN", HALF).replace(" ", "")).contains("另有2个促销优惠金额较小");
    }

    private String printed(String language, int share) throws IOException, SQLException {
        ReportScope scope = books.scope(FIRST, LAST, language);
        String told = new TellingUplift(database.app(), id -> List.of(version(id, share)))
                .told(scope, Printing.library().texts(definition(), scope.language()));
        byte[] pdf = Printing.print(
                "promotion-result",
                scope,
                ReportFormat.PDF,
                report -> new Besides(
                        new SqlFigures(database.app(), Printing.library(), report, scope, Printing.face()),
                        Map.of("uplift", told)));
        return Printing.text(pdf);
    }

    private static ReportDefinition definition() {
        return Printing.library().find("promotion-result").orElseThrow();
    }

    /** So many members of each group buy once, for so much; those who may, with the promotion. */
    private void buy(int each, long with, long without) {
        ReducedSales reduced = new ReducedSales(books);
        Promotion promotion = new Promotion(tea.campaign(), 1, terms(HALF), Instant.EPOCH, null);
        int[] left = {each, each};
        while (left[0] + left[1] > 0) {
            UUID member = UUID.randomUUID();
            int side = promotion.holdsOut(member) ? 1 : 0;
            if (left[side]-- > 0) {
                joined(member);
                UUID payment = side == 0
                        ? reduced.pay(new Sale(DAY, "CASH", with), tea.off("merchant", 100))
                        : books.pay(new Sale(DAY, "CASH", without));
                books.run("UPDATE transactions.payment SET member_id = ? WHERE id = ?", member, payment);
            } else {
                left[side] = 0;
            }
        }
    }

    private void joined(UUID member) {
        books.run(
                "INSERT INTO members.member (id, merchant_id, code, name_sealed, key_wrapped, joined_at)"
                        + " VALUES (?, ?, ?, '', '', '2026-01-01')",
                member,
                books.merchant.id(),
                member.toString());
    }

    private static CampaignView version(UUID campaign, int share) {
        CampaignDraft draft =
                new CampaignDraft(terms(share), Instant.parse("2026-11-01T00:00:00Z"), null, CampaignDraft.Limits.NONE);
        return new CampaignView(campaign, 1, State.LIVE, draft, "a", "b", Instant.EPOCH, null, List.of());
    }

    private static Terms terms(int share) {
        Terms terms = Terms.of("Tea", "GBP", new Benefit.AmountOff(100));
        return share == 0 ? terms : terms.holdingOut(share);
    }
}
