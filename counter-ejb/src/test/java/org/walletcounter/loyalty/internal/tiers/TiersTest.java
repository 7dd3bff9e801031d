package org.walletcounter.loyalty.internal.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.MemberTier;
import org.walletcounter.loyalty.TierPreview;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.testing.TestDatabase;

/** Tiers over real payments. */
class TiersTest {

    private final MovingClock clock = new MovingClock(Instant.now());
    private final TestShop shop = new TestShop(TestDatabase.shared(), clock);
    private final JdbcTiers tiers = new JdbcTiers(shop.db, shop, clock);

    /** frappe/erpnext#14847: a tier is reached by what was really paid, and at once. */
    @Test
    void whoPaysEnoughRisesAtOnce() {
        save(scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10));
        UUID member = shop.member("en", 10);
        Instant before = clock.instant();
        shop.pay(member, 9_999, 0);
        assertThat(lift(before)).isZero();
        assertThat(of(member).tier()).isNull();
        assertThat(of(member).missing()).isEqualTo(1);
        shop.pay(member, 1, 0);
        assertThat(lift(before)).isEqualTo(1);
        assertThat(code(member)).isEqualTo("SILVER");
        shop.pay(member, 100_000, 0);
        assertThat(lift(before)).isEqualTo(1);
        assertThat(code(member)).isEqualTo("GOLD");
        assertThat(lift(before)).isZero();
    }

    @Test
    void howeverManyPayAtOnceEachOfThemRises() {
        save(scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10));
        Instant before = clock.instant();
        shop.in(() -> {
            for (int i = 0; i < 401; i++) {
                shop.pay(shop.member("en", 10), 10_000, 0);
            }
            return before;
        });
        assertThat(lift(before)).isEqualTo(401);
        assertThat(lift(before)).isZero();
    }

    /** Nor does the review look at those who have nothing that counts. */
    @Test
    void whoGivesEverythingBackDoesNotEvenReachATierThatBeginsAtNothing() {
        save(new TierScheme(
                TierScheme.Measure.SPEND,
                90,
                30,
                10,
                TierScheme.Downgrade.ONE_DOWN,
                0,
                List.of(tier("GREEN", 0), tier("SILVER", 10_000))));
        UUID member = shop.member("en", 10);
        Instant before = clock.instant();
        shop.giveBack(shop.pay(member, 500, 0), 500);
        shop.pay(member, 0, 0);
        assertThat(lift(before)).isZero();
        assertThat(code(member)).isEqualTo("none");
        shop.pay(member, 1, 0);
        assertThat(lift(before)).isEqualTo(1);
        assertThat(code(member)).isEqualTo("GREEN");
    }

    @Test
    void aVisitIsOneHoweverLittleWasPaidUntilItsGoodsComeBack() {
        save(new TierScheme(
                TierScheme.Measure.VISITS,
                90,
                0,
                0,
                TierScheme.Downgrade.BY_BALANCE,
                0,
                List.of(tier("SILVER", 1), tier("GOLD", 2))));
        UUID member = shop.member("en", 10);
        Instant before = clock.instant();
        shop.giveBack(shop.pay(member, 500, 0), 500);
        assertThat(lift(before)).isZero();
        UUID sale = shop.pay(member, 0, 0);
        assertThat(of(member).measured()).isEqualTo(1);
        assertThat(lift(before)).isEqualTo(1);
        assertThat(code(member)).isEqualTo("SILVER");
        shop.takeBack(sale);
        assertThat(of(member).measured()).isZero();
    }

    @Test
    void whatIsOutOfTheWindowOrRefundedDoesNotCount() {
        save(scheme(TierScheme.Downgrade.ONE_DOWN, 0, 0));
        UUID member = shop.member("en", 400);
        shop.pay(member, 50_000, 90);
        assertThat(of(member).measured()).isZero();
        UUID half = shop.pay(member, 20_000, 89);
        shop.db.change("UPDATE transactions.payment SET refunded = 5000 WHERE id = ?", half);
        assertThat(of(member).measured()).isEqualTo(15_000);
    }

    /** Early in the morning in Shanghai it is still yesterday in Greenwich. */
    @Test
    void pointsCountByTheDaysOfTheMerchant() {
        MovingClock morning = new MovingClock(Instant.parse("2026-11-29T17:00:00Z"));
        TestShop shanghai = new TestShop(TestDatabase.shared(), morning, ZoneId.of("Asia/Shanghai"));
        JdbcTiers there = new JdbcTiers(shanghai.db, shanghai, morning);
        UUID member = shanghai.member("zh", 100);
        shanghai.earn(member, 7, 89);
        shanghai.earn(member, 100, 90);

        shanghai.in(() -> there.save(shanghai.manager, byPoints(90)));
        assertThat(shanghai.in(() -> there.of(shanghai.merchant, member)).measured())
                .isEqualTo(7);
        shanghai.in(() -> there.save(shanghai.manager, byPoints(0)));
        assertThat(shanghai.in(() -> there.of(shanghai.merchant, member)).measured())
                .isEqualTo(107);
    }

    @Test
    void whoFallsBelowKeepsTheTierAndItsGraceAndThenFallsOneDown() {
        save(scheme(TierScheme.Downgrade.ONE_DOWN, 100, 10));
        UUID member = shop.member("en", 10);
        shop.pay(member, 100_000, 0);
        review();
        assertThat(code(member)).isEqualTo("GOLD");
        goOn(95);
        review();
        assertThat(code(member)).as("it is kept for 100 days").isEqualTo("GOLD");
        goOn(6);
        review();
        assertThat(code(member)).as("and then there are ten days of grace").isEqualTo("GOLD");
        assertThat(of(member).fallsAt()).isNotNull();
        goOn(11);
        review();
        assertThat(code(member)).isEqualTo("SILVER");
        goOn(99);
        review();
        assertThat(code(member)).as("the next one is kept as long").isEqualTo("SILVER");
    }

    @Test
    void whoBuysAgainInTheGraceStays() {
        save(scheme(TierScheme.Downgrade.BY_BALANCE, 0, 10));
        UUID member = shop.member("en", 10);
        shop.pay(member, 100_000, 80);
        review();
        goOn(15);
        review();
        assertThat(of(member).fallsAt()).isNotNull();
        shop.pay(member, 100_000, 0);
        review();
        assertThat(of(member).fallsAt()).isNull();
        goOn(15);
        assertThat(code(member)).isEqualTo("GOLD");
    }

    @Test
    void byBalanceWhoFallsFallsToWhatTheMeasureGives() {
        save(scheme(TierScheme.Downgrade.BY_BALANCE, 0, 0));
        UUID member = shop.member("en", 10);
        shop.pay(member, 100_000, 0);
        review();
        goOn(95);
        review();
        assertThat(of(member).tier()).isNull();
        assertThat(shop.db.list(
                        row -> row.getString(1),
                        "SELECT why || ' ' || coalesce(to_code, '-') FROM loyalty.tier_change WHERE member_id = ?"
                                + " ORDER BY id",
                        member))
                .containsExactly("ENTRY GOLD", "FALL -");
    }

    @Test
    void otherRulesArePreviewedOnTheMembersThereAre() {
        save(scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10));
        for (int i = 0; i < 10; i++) {
            shop.pay(shop.member("en", 10), (i + 1) * 10_000L, 1);
        }
        review();
        TierScheme lower = new TierScheme(
                TierScheme.Measure.SPEND,
                90,
                30,
                10,
                TierScheme.Downgrade.ONE_DOWN,
                0,
                List.of(tier("SILVER", 30_000), tier("GOLD", 80_000)));
        TierPreview preview = shop.in(() -> tiers.preview(shop.merchant, lower));
        assertThat(preview.members()).isEqualTo(10);
        assertThat(preview.rises()).isEqualTo(2);
        assertThat(preview.falls()).isEqualTo(2);
        assertThat(preview.counts())
                .containsExactly(
                        new TierPreview.Count(null, 0, 2),
                        new TierPreview.Count("SILVER", 9, 5),
                        new TierPreview.Count("GOLD", 1, 3));
        assertThat(preview.sample()).hasSize(4);
        assertThat(preview.sample().get(0).measured()).isEqualTo(90_000);
        assertThat(tiers.scheme(shop.merchant).orElseThrow().version()).isEqualTo(1);

        save(lower);
        assertThat(review()).isEqualTo(2);
        assertThat(shop.db.number(
                        "SELECT count(*) FROM loyalty.member_tier m JOIN loyalty.tier t ON t.id = m.tier_id"
                                + " WHERE t.code = 'GOLD' AND m.merchant_id = ?",
                        shop.merchant))
                .isEqualTo(3);
    }

    @Test
    void howeverManyHavePaidTheyAreMeasuredInPieces() {
        TierScheme scheme = scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10);
        save(scheme);
        UUID rich = shop.in(() -> {
            for (int i = 0; i < 150; i++) {
                shop.pay(shop.member("en", 10), 9_999, 1);
            }
            UUID member = shop.member("en", 10);
            shop.pay(member, 10_000, 1);
            return member;
        });
        assertThat(shop.in(() -> tiers.preview(shop.merchant, scheme)).members())
                .isEqualTo(151);
        assertThat(shop.in(() -> tiers.begin(shop.merchant)).orElseThrow().members())
                .containsExactly(rich);
        assertThat(shop.held.most()).as("rows held at once").isLessThan(100);
    }

    @Test
    void thresholdsThatDoNotRiseAreRefusedAtTheirField() {
        TierScheme wrong = new TierScheme(
                TierScheme.Measure.VISITS,
                90,
                0,
                0,
                TierScheme.Downgrade.ONE_DOWN,
                0,
                List.of(tier("SILVER", 5), tier("GOLD", 5)));
        assertThatThrownBy(() -> save(wrong)).isInstanceOfSatisfying(CounterException.class, refused -> {
            assertThat(refused.error()).isEqualTo(LoyaltyError.TIERS_NOT_RISING);
            assertThat(refused.field()).isEqualTo("tiers[1].threshold");
        });
    }

    static TierScheme scheme(TierScheme.Downgrade downgrade, int keep, int grace) {
        return new TierScheme(
                TierScheme.Measure.SPEND,
                90,
                keep,
                grace,
                downgrade,
                0,
                List.of(tier("SILVER", 10_000), tier("GOLD", 100_000)));
    }

    private static TierScheme byPoints(int windowDays) {
        return new TierScheme(
                TierScheme.Measure.POINTS,
                windowDays,
                0,
                0,
                TierScheme.Downgrade.ONE_DOWN,
                0,
                List.of(tier("SILVER", 10)));
    }

    private static TierScheme.Tier tier(String code, long threshold) {
        return new TierScheme.Tier(code, code, code, threshold, "Free tea", "免费茶", 120, null);
    }

    private void save(TierScheme scheme) {
        shop.in(() -> tiers.save(shop.manager, scheme));
    }

    private int review() {
        return new Reviewing(new ShopSteps(shop, tiers)).review(shop.merchant);
    }

    private int lift(Instant since) {
        return shop.in(() -> tiers.lift(shop.merchant, since));
    }

    private MemberTier of(UUID member) {
        return shop.in(() -> tiers.of(shop.merchant, member));
    }

    private String code(UUID member) {
        TierScheme.Tier tier = of(member).tier();
        return tier == null ? "none" : tier.code();
    }

    private void goOn(int days) {
        clock.goOn(Duration.ofDays(days));
    }
}
