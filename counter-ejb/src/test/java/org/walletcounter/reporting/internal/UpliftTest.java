package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.CampaignView;
import org.walletcounter.promotions.CampaignView.State;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Terms;
import org.walletcounter.reporting.Uplift;
import org.walletcounter.reporting.Uplift.Kind;
import org.walletcounter.reporting.Uplift.Verdict;
import org.walletcounter.reporting.internal.ReducedSales.Cause;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.reporting.internal.uplift.UpliftQuery;
import org.walletcounter.testing.TestDatabase;

/** What a promotion changed, told by the members that it is kept from. */
class UpliftTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final int HALF = 5_000;
    private static final int EACH = 60;

    private final TestDatabase database = TestDatabase.shared();
    private final Cause cause = Cause.promotion("Autumn", "秋季");
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
    void membersAreInTheirGroupsByTheHashThatKeepsItFromThemAtTheTill() throws SQLException {
        List<UUID> with = members(false, HALF);
        List<UUID> without = members(true, HALF);
        sell(with, 2, 1_000);
        sell(without, 1, 1_000);
        fares(books.pay(new Sale(DAY, "CASH", 7_777)));

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.with().members()).isEqualTo(EACH);
        assertThat(uplift.without().members()).isEqualTo(EACH);
        assertThat(uplift.with().sales()).isEqualTo(2 * EACH);
        assertThat(uplift.without().turnover()).isEqualTo(Money.of(EACH * 1_000L, "GBP"));
        assertThat(uplift.with().basket()).isEqualTo(Money.of(1_000, "GBP"));
        assertThat(uplift.anonymous()).isEqualTo(1);
        assertThat(uplift.main().verdict()).isEqualTo(Verdict.MORE);
        assertThat(uplift.main().with()).isEqualTo(2_000_000);
        assertThat(uplift.main().change()).isEqualTo(new Uplift.Change(10_000, 10_000, 10_000));
    }

    @Test
    void whatItTookOffIsSetAgainstTheSalesItBrought() throws SQLException {
        List<UUID> with = members(false, HALF);
        sell(members(true, HALF), 1, 1_000);
        sell(with, 1, 1_000);
        with.forEach(member -> madeBy(member, reduced.pay(new Sale(DAY, "CASH", 900), cause.off("merchant", 100))));

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.with().cost()).isEqualTo(Money.of(EACH * 100L, "GBP"));
        assertThat(uplift.without().cost().isZero()).isTrue();
        assertThat(uplift.costPerExtraSale()).isEqualTo(Money.of(100, "GBP"));
    }

    /** What a credit is worth, times how much of it is left, does not fit into a bigint. */
    @Test
    void whatItCreditedIsItsCostHoweverLargeItIs() throws SQLException {
        UUID sale = reduced.pay(new Sale(DAY, "CASH", 900), cause.off("merchant", 100));
        madeBy(members(false, HALF).get(0), sale);
        reduced.give(sale, cause, "CREDIT", 8_000_000_000L, 2_000_000_000L);

        assertThat(read(version(HALF)).orElseThrow().with().cost()).isEqualTo(Money.of(1_500_000_000_100L, "GBP"));
    }

    @Test
    void fewBuyersTellNothing() throws SQLException {
        sell(members(false, HALF).subList(0, Uplift.FEWEST_BUYERS - 1), 3, 1_000);
        sell(members(true, HALF), 1, 1_000);

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.measures()).extracting(Uplift.Measure::verdict).containsOnly(Verdict.TOO_FEW);
        assertThat(uplift.costPerExtraSale()).isNull();
    }

    @Test
    void whatMayBeChanceIsUnclear() throws SQLException {
        List<UUID> with = members(false, HALF);
        List<UUID> without = members(true, HALF);
        for (int i = 0; i < EACH; i++) {
            sell(List.of(with.get(i)), 1, 500 + 37L * i);
            sell(List.of(without.get(i)), 1, 480 + 37L * i);
        }

        Uplift.Measure turnover = read(version(HALF)).orElseThrow().main();

        assertThat(turnover.verdict()).isEqualTo(Verdict.UNCLEAR);
        assertThat(turnover.low()).isNegative();
        assertThat(turnover.high()).isPositive();
        assertThat(turnover.difference()).isEqualTo(20_000);
    }

    @Test
    void whoChangedSidesWithAVersionIsLeftOut() throws SQLException {
        sell(members(true, 1_000), 1, 1_000);

        CampaignView first = version(1_000);
        CampaignView second =
                new CampaignView(first.id(), 2, State.LIVE, draft(HALF), "a", "b", Instant.EPOCH, null, List.of());
        Uplift uplift = new UpliftQuery(database.app())
                .read(new UpliftQuery.Asked(books.merchant, null, List.of(second, first), DAY, DAY))
                .orElseThrow();

        assertThat(uplift.share()).isEqualTo(HALF);
        assertThat(uplift.without().members()).isEqualTo(EACH);
        members(true, HALF); // nearly all of them are held out by the second version only
        Uplift more = new UpliftQuery(database.app())
                .read(new UpliftQuery.Asked(books.merchant, null, List.of(second, first), DAY, DAY))
                .orElseThrow();
        assertThat(more.without().members() + more.with().members()).isLessThan(2 * EACH);
    }

    @Test
    void onlyDaysOnWhichItRanCount() throws SQLException {
        sell(members(false, HALF), 1, 1_000);
        CampaignView later = new CampaignView(
                cause.campaign(),
                1,
                State.LIVE,
                new CampaignDraft(terms(HALF), Instant.parse("2026-11-22T00:00:00Z"), null, CampaignDraft.Limits.NONE),
                "a",
                "b",
                Instant.EPOCH,
                null,
                List.of());

        assertThat(read(later)).isEmpty();
    }

    @Test
    void itsEndIsTheFirstMomentThatDoesNotCount() throws SQLException {
        List<UUID> with = members(false, HALF);
        members(true, HALF);
        sell(with, 1, 1_000);
        with.forEach(member -> madeBy(member, books.pay(new Sale(DAY.minusDays(1), "CASH", 1_000))));

        Uplift untilMidnight = read(until("2026-11-21T00:00:00Z")).orElseThrow();
        Uplift untilNoon = read(until("2026-11-21T12:00:00Z")).orElseThrow();

        assertThat(untilMidnight.to()).isEqualTo(DAY.minusDays(1));
        assertThat(untilMidnight.with().sales()).isEqualTo(EACH);
        assertThat(untilNoon.to()).isEqualTo(DAY);
        assertThat(untilNoon.with().sales()).isEqualTo(2 * EACH);
    }

    @Test
    void theDayOnWhichSomebodyEndedItCounts() throws SQLException {
        members(false, HALF);
        members(true, HALF);
        Instant morning = Instant.parse("2026-11-20T08:00:00Z");
        CampaignView ended =
                new CampaignView(cause.campaign(), 1, State.ENDED, draft(HALF), "a", "b", morning, null, List.of());

        assertThat(read(ended).orElseThrow().to()).isEqualTo(DAY.minusDays(1));
    }

    @Test
    void withoutAHoldOutThereIsNothingToCompare() throws SQLException {
        assertThat(read(version(null))).isEmpty();
        CampaignView never = version(HALF);
        assertThat(read(new CampaignView(
                        never.id(), 1, State.DRAFT, never.content(), "a", null, Instant.EPOCH, null, List.of())))
                .isEmpty();
    }

    @Test
    void marginIsKnownWhereEveryCostIs() throws SQLException {
        List<UUID> with = members(false, HALF);
        sell(with.subList(0, 10), 1, 1_000);
        kites(with.get(0));

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.with().costed()).isEqualTo(1);
        assertThat(uplift.with().margin()).isEqualTo(Money.of(400, "GBP"));
        assertThat(uplift.measures().get(Kind.MARGIN.ordinal()).with()).isEqualTo(6_667);
    }

    /** A free piece, say: nothing was refunded, and yet what it cost is not lost. */
    @Test
    void marginIsNotKnownWhereGoodsCameBackWithoutMoney() throws SQLException {
        List<UUID> with = members(false, HALF);
        sell(with.subList(0, 1), 1, 1_000);
        UUID sale = books.pay(new Sale(DAY, "CASH", 1_000));
        madeBy(with.get(1), sale);
        kites(with.get(0));
        kites(with.get(1));
        assertThat(read(version(HALF)).orElseThrow().with().costed()).isEqualTo(2);
        books.takeBack(sale, 1);

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.with().sales()).isEqualTo(2);
        assertThat(uplift.with().costed()).isEqualTo(1);
        assertThat(uplift.with().margin()).isEqualTo(Money.of(400, "GBP"));
    }

    @Test
    void aSaleThatCostNothingIsOneUntilItsLastPieceComesBack() throws SQLException {
        UUID sale = reduced.pay(new Sale(DAY, "OFFERS", 0), cause.off("merchant", 1_000));
        madeBy(members(false, HALF).get(0), sale);
        assertThat(read(version(HALF)).orElseThrow().with().sales()).isEqualTo(1);
        books.takeBack(sale, 1);
        assertThat(read(version(HALF)).orElseThrow().with().buyers())
                .as("one of two is kept")
                .isEqualTo(1);
        books.takeBack(sale, 1);

        Uplift uplift = read(version(HALF)).orElseThrow();

        assertThat(uplift.with().sales()).isZero();
        assertThat(uplift.with().buyers()).isZero();
    }

    /** All that a member bought were kites, which cost the house 3.00 a piece. */
    private void kites(UUID member) {
        UUID product = UUID.randomUUID();
        database.asOwner(
                "INSERT INTO orders.product (id, merchant_id, sku, name_en, name_zh, category, price, currency,"
                        + " active, version, unit_cost) VALUES ('" + product + "', '" + books.merchant.id() + "', 'K"
                        + product + "', 'Kite', '风筝', 'Toys', 500, 'GBP', true, 0, 300)");
        books.run(
                "UPDATE transactions.sale_line SET product_id = ? WHERE payment_id IN (SELECT id FROM"
                        + " transactions.payment WHERE member_id = ?)",
                product,
                member);
    }

    private Optional<Uplift> read(CampaignView version) throws SQLException {
        return new UpliftQuery(database.app())
                .read(new UpliftQuery.Asked(books.merchant, null, List.of(version), DAY.minusDays(5), DAY));
    }

    private void sell(List<UUID> members, int times, long amount) {
        for (UUID member : members) {
            for (int i = 0; i < times; i++) {
                madeBy(member, books.pay(new Sale(DAY, "CASH", amount)));
            }
        }
    }

    /** A gate's payment of that day beside another one: of members, none of whom stands in it. */
    private void fares(UUID other) {
        UUID id = Ids.at(Instant.now());
        books.run(
                "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount, currency,"
                        + " tender_kind, cashier_id, cashier, occurred_at, business_day, took_millis, pieces)"
                        + " SELECT ?, merchant_id, store_id, ?, state, amount, currency, 'WALLET', cashier_id, cashier,"
                        + " occurred_at, business_day, took_millis, 3 FROM transactions.payment WHERE id = ?",
                id,
                "TAPS-" + id,
                other);
    }

    private void madeBy(UUID member, UUID payment) {
        books.run("UPDATE transactions.payment SET member_id = ? WHERE id = ?", member, payment);
    }

    /** Members that a share holds out, or does not. */
    private List<UUID> members(boolean heldOut, int share) {
        Promotion promotion = new Promotion(cause.campaign(), 1, terms(share), Instant.EPOCH, null);
        List<UUID> members = new ArrayList<>();
        while (members.size() < EACH) {
            UUID member = UUID.randomUUID();
            if (promotion.holdsOut(member) == heldOut) {
                books.run(
                        "INSERT INTO members.member (id, merchant_id, code, name_sealed, key_wrapped, joined_at)"
                                + " VALUES (?, ?, ?, '', '', '2026-01-01')",
                        member,
                        books.merchant.id(),
                        member.toString());
                members.add(member);
            }
        }
        return members;
    }

    private CampaignView version(@Nullable Integer share) {
        return new CampaignView(
                cause.campaign(), 1, State.LIVE, draft(share), "a", "b", Instant.EPOCH, null, List.of());
    }

    private CampaignView until(String end) {
        CampaignDraft draft = new CampaignDraft(
                terms(HALF), Instant.parse("2026-11-20T00:00:00Z"), Instant.parse(end), CampaignDraft.Limits.NONE);
        return new CampaignView(cause.campaign(), 1, State.LIVE, draft, "a", "b", Instant.EPOCH, null, List.of());
    }

    private static CampaignDraft draft(@Nullable Integer share) {
        return new CampaignDraft(terms(share), Instant.parse("2026-11-01T00:00:00Z"), null, CampaignDraft.Limits.NONE);
    }

    private static Terms terms(@Nullable Integer share) {
        Terms terms = Terms.of("Autumn", "GBP", new Benefit.AmountOff(100));
        return share == null ? terms : terms.holdingOut(share);
    }
}
