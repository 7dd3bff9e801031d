package org.walletcounter.reporting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Promise;
import org.walletcounter.reporting.CampaignResult;
import org.walletcounter.reporting.internal.ReducedSales.Cause;
import org.walletcounter.reporting.internal.SalesBooks.Sale;
import org.walletcounter.reporting.internal.campaigns.CampaignQuery;
import org.walletcounter.testing.TestDatabase;

/** A campaign's figures for its page and the API. */
class CampaignFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private final TestDatabase database = TestDatabase.shared();
    private final Cause autumn = Cause.promotion("Autumn", "秋季");
    private final Cause voucher = Cause.of("VOUCHER", "Welcome", "迎新");
    private SalesBooks books;
    private ReducedSales reduced;

    @BeforeEach
    void openBooks() {
        books = new SalesBooks(database, "GBP");
        reduced = new ReducedSales(books);
        database.asOwner(
                "INSERT INTO promotions.campaign (id, version, merchant_id, state, name_en, name_zh, stack_group, terms,"
                        + " runs_from, author, changed_at) VALUES ('" + autumn.campaign() + "', 1, '"
                        + books.merchant.id() + "', 'DRAFT', 'Autumn', '秋季', '', '{}', now(), 'x', now())",
                "INSERT INTO vouchers.campaign (id, merchant_id, code, name_en, name_zh, currency, kind, terms, way,"
                        + " open_from, open_until, valid_days, made_by, made_at) VALUES ('" + voucher.campaign()
                        + "', '" + books.merchant.id() + "', 'W', 'Welcome', '迎新', 'GBP', 'AMOUNT', '{}', 'TAKE',"
                        + " now(), now(), 30, 'x', now())",
                "INSERT INTO vouchers.voucher (id, campaign_id, account_id, came, issued_at, valid_from, valid_until,"
                        + " journal_id) VALUES (gen_random_uuid(), '" + voucher.campaign() + "', "
                        + books.account("voucher", "VCH:" + voucher.campaign(), "voucher:1")
                        + ", 'TAKEN', '2026-11-20 12:00Z', now(), now(), gen_random_uuid())");
        UUID first = reduced.pay(
                new Sale(DAY, "WALLET", 8000), autumn.off("merchant", 1200), autumn.off("supplier:tea", 800));
        reduced.pay(
                new Sale(DAY.minusDays(1), "CASH", 6800),
                books.otherStore,
                autumn.off("merchant", 1300),
                voucher.off("merchant", 700),
                voucher.another().off("merchant", 800));
        books.pay(new Sale(DAY, "CASH", 2000));
        books.pay(new Sale(DAY, "CASH", 4001));
        reduced.refund(first, new Sale(DAY, "WALLET", 2000), autumn.off("supplier:tea", 200));
    }

    @AfterEach
    void closeBooks() {
        books.close();
    }

    @Test
    void tellWhatAPromotionDid() throws SQLException {
        CampaignResult result = read(autumn.campaign(), null).orElseThrow();

        assertThat(result.kind()).isEqualTo(CampaignResult.Kind.PROMOTION);
        assertThat(result.whole()).isEqualTo(effect(2, 4, 19600, 14800, 3300, 200));
        assertThat(result.baskets())
                .isEqualTo(new CampaignResult.Baskets(Money.of(7400, "GBP"), Money.of(3001, "GBP")));
        assertThat(result.funders())
                .extracting(
                        CampaignResult.ByFunder::party, funder -> funder.cost().minor())
                .containsExactly(tuple("merchant", 2500L), tuple("supplier:tea", 600L));
        assertThat(result.stores())
                .containsExactly(
                        new CampaignResult.ByStore(books.store.id(), effect(1, 2, 10000, 8000, 2000, 200)),
                        new CampaignResult.ByStore(books.otherStore.id(), effect(1, 2, 9600, 6800, 1300, 0)));
        assertThat(result.days()).extracting(CampaignResult.ByDay::day).containsExactly(DAY.minusDays(1), DAY);
        assertThat(result.vouchers()).isNull();
    }

    @Test
    void tellWhatWasGivenBesides() throws SQLException {
        UUID sale = reduced.pay(new Sale(DAY, "CASH", 900));
        reduced.give(sale, autumn, "GIFT", 3, 1);
        reduced.give(sale, autumn, "GIFT", 2, 0);
        reduced.fail(sale, 2);

        CampaignResult result = read(autumn.campaign(), null).orElseThrow();

        assertThat(result.given())
                .containsExactly(new CampaignResult.Given(Promise.Kind.GIFT, "MUG", 1, 5, 1, 0, 2, money(500)));
        assertThat(result.whole().sales()).isEqualTo(3);
        assertThat(result.sales()).isEqualTo(new CampaignResult.Everything(5, money(21701)));
    }

    /** What a credit is worth, times how much of it is left, does not fit into a bigint. */
    @Test
    void tellWhatWasCreditedHoweverLargeItIs() throws SQLException {
        UUID sale = reduced.pay(new Sale(DAY, "CASH", 900));
        reduced.give(sale, autumn, "CREDIT", 8_000_000_000L, 2_000_000_000L);

        CampaignResult result = read(autumn.campaign(), null).orElseThrow();

        assertThat(result.given())
                .containsExactly(new CampaignResult.Given(
                        Promise.Kind.CREDIT,
                        "MUG",
                        1,
                        8_000_000_000L,
                        2_000_000_000L,
                        0,
                        0,
                        money(1_500_000_000_000L)));
    }

    @Test
    void tellWhatBecameOfVouchers() throws SQLException {
        CampaignResult result = read(voucher.campaign(), null).orElseThrow();

        assertThat(result.kind()).isEqualTo(CampaignResult.Kind.VOUCHER);
        assertThat(result.whole().uses()).isEqualTo(2);
        assertThat(result.whole().sales()).isEqualTo(1);
        assertThat(result.vouchers())
                .isEqualTo(new CampaignResult.VoucherLife(
                        1, 0, 0, 0, 1, null, List.of(new CampaignResult.Way("TAKEN", 1))));
    }

    @Test
    void showThoseOfOneStoreTheirOwn() throws SQLException {
        assertThat(read(autumn.campaign(), books.otherStore.id()).orElseThrow().whole())
                .isEqualTo(effect(1, 2, 9600, 6800, 1300, 0));
    }

    @Test
    void areZeroWhereNothingHappened() throws SQLException {
        CampaignResult result = new CampaignQuery(database.app())
                .read(new CampaignQuery.Asked(
                        books.merchant, null, autumn.campaign(), DAY.plusDays(1), DAY.plusDays(2)))
                .orElseThrow();

        assertThat(result.whole()).isEqualTo(effect(0, 0, 0, 0, 0, 0));
        assertThat(result.baskets()).isEqualTo(new CampaignResult.Baskets(null, null));
    }

    @Test
    void doNotExistForAnotherMerchant() throws SQLException {
        try (SalesBooks rival = new SalesBooks(database, "GBP")) {
            for (UUID campaign : List.of(autumn.campaign(), voucher.campaign(), UUID.randomUUID())) {
                assertThat(new CampaignQuery(database.app())
                                .read(new CampaignQuery.Asked(rival.merchant, null, campaign, DAY, DAY)))
                        .isEmpty();
            }
        }
    }

    private Optional<CampaignResult> read(UUID campaign, @Nullable UUID store) throws SQLException {
        return new CampaignQuery(database.app())
                .read(new CampaignQuery.Asked(books.merchant, store, campaign, DAY.minusDays(5), DAY));
    }

    /** Sales, pieces, list, paid, reduction, undone. */
    private static CampaignResult.Effect effect(long... of) {
        return new CampaignResult.Effect(
                of[0], of[0], of[1], money(of[2]), money(of[3]), money(of[4]), money(of[5]), money(of[4] - of[5]));
    }

    private static Money money(long minor) {
        return Money.of(minor, "GBP");
    }
}
