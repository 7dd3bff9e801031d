package org.walletcounter.loyalty.internal.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.loyalty.internal.MovingClock;
import org.walletcounter.loyalty.internal.TestShop;
import org.walletcounter.testing.TestDatabase;

/** Members are looked at in pieces, and one merchant after the other. */
class ReviewingTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final MovingClock clock = new MovingClock(Instant.now());
    private final TestShop shop = new TestShop(DATABASE, clock);
    private final JdbcTiers tiers = new JdbcTiers(shop.db, shop, clock);
    private final ReviewSteps steps = new ShopSteps(shop, tiers);

    @AfterEach
    void refuseNobody() {
        DATABASE.asOwner("ALTER TABLE loyalty.member_tier DROP CONSTRAINT IF EXISTS refused");
    }

    @Test
    void whatWasJudgedBeforeAFailureStaysAndTheNextReviewGoesOn() {
        save(shop);
        List<UUID> members = richestFirst(shop, 5);
        refuse(members.get(4));
        Reviewing reviewing = new Reviewing(steps, 2);

        assertThatThrownBy(() -> reviewing.review(shop.merchant)).isInstanceOf(CounterException.class);
        assertThat(inATier(shop)).containsExactlyInAnyOrderElementsOf(members.subList(0, 4));
        assertThat(steps.due()).contains(shop.merchant);

        refuseNobody();
        assertThat(reviewing.review(shop.merchant)).isEqualTo(1);
        assertThat(inATier(shop)).containsExactlyInAnyOrderElementsOf(members);
        assertThat(steps.due()).doesNotContain(shop.merchant);
    }

    @Test
    void whereItFailsForOneMerchantTheOthersHaveTheirs() {
        List<TestShop> others = List.of(another(), another());
        save(shop);
        refuse(richestFirst(shop, 1).get(0));
        for (TestShop other : others) {
            save(other);
            richestFirst(other, 1);
        }

        new Reviewing(steps).all();

        assertThat(steps.due()).contains(shop.merchant);
        for (TestShop other : others) {
            assertThat(inATier(other)).hasSize(1);
            assertThat(steps.due()).doesNotContain(other.merchant);
        }
    }

    @Test
    void whoHasWaitedLongestComesFirst() {
        List<TestShop> shops = List.of(shop, another(), another(), another());
        shops.forEach(this::save);
        reviewed(shops.get(0), 2);
        reviewed(shops.get(1), 9);
        reviewed(shops.get(2), 0);

        assertThat(steps.due())
                .containsSubsequence(shops.get(3).merchant, shops.get(1).merchant, shops.get(0).merchant)
                .doesNotContain(shops.get(2).merchant);
    }

    @Test
    void rulesThatAreSetMeanwhileAreReviewedForThemselves() {
        save(shop);
        richestFirst(shop, 1);
        ReviewSteps.Review review = steps.begin(shop.merchant).orElseThrow();
        save(shop);

        assertThat(steps.judge(review, review.members())).isZero();
        steps.end(review);
        assertThat(steps.due()).contains(shop.merchant);
    }

    private TestShop another() {
        return new TestShop(DATABASE, clock);
    }

    private void save(TestShop of) {
        of.in(() -> tiers.save(of.manager, TiersTest.scheme(TierScheme.Downgrade.ONE_DOWN, 30, 10)));
    }

    private static List<UUID> richestFirst(TestShop of, int many) {
        List<UUID> members = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            UUID member = of.member("en", 10);
            of.pay(member, (many - i) * 10_000L, 1);
            members.add(member);
        }
        return members;
    }

    private static void refuse(UUID member) {
        DATABASE.asOwner(
                "ALTER TABLE loyalty.member_tier ADD CONSTRAINT refused CHECK (member_id <> '" + member + "')");
    }

    private void reviewed(TestShop of, int daysAgo) {
        of.db.change(
                "UPDATE loyalty.tier_scheme SET reviewed_at = ? WHERE merchant_id = ?",
                clock.instant().minus(Duration.ofDays(daysAgo)),
                of.merchant);
    }

    private static List<UUID> inATier(TestShop of) {
        return of.db.list(
                row -> row.getObject(1, UUID.class),
                "SELECT member_id FROM loyalty.member_tier WHERE merchant_id = ? AND tier_id IS NOT NULL",
                of.merchant);
    }
}
