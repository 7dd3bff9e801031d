package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.VoucherView;

/** Who has not bought for long is won back: once, as far as there are any left today, whatever other campaigns and nodes do. */
class WinningBackTest {

    private static final int DAYS = 10;
    private static final Duration LONG_AGO = Duration.ofDays(DAYS + 1);

    private final TestVouchers shop = TestVouchers.shared();

    @Test
    void whoHasNotBoughtForLongIsWonBackOnce() {
        UUID lapsed = bought(LONG_AGO);
        UUID busy = bought(Duration.ofDays(DAYS - 1));
        UUID campaign = shop.live(winningBack().form());

        assertThat(shop.winning.campaigns()).contains(campaign);
        assertThat(shop.winning.of(campaign)).isEqualTo(1);
        assertThat(shop.winning.of(campaign)).isZero();

        assertThat(shop.vouchers.of(shop.self(lapsed), lapsed, false))
                .extracting(VoucherView::came)
                .containsExactly(VoucherView.Came.EVENT);
        assertThat(shop.vouchers.of(shop.self(busy), busy, false)).isEmpty();
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whoComesAfterTheDaysLastIsLeftForAnotherDayAndHoldsUpNoOtherCampaign() {
        lapsed(2);
        UUID scarce = shop.live(winningBack().of(10L, 1L, null).form());
        UUID behind = shop.live(winningBack().form());
        assertThat(shop.winning.campaigns()).contains(scarce, behind);

        VouchersTimers timers = new VouchersTimers();
        timers.winning = shop.winning;
        timers.winBack();
        timers.winBack();

        assertThat(issued(scarce)).isEqualTo(1);
        assertThat(noted(scarce)).as("the other is found again tomorrow").isEqualTo(1);
        assertThat(issued(behind)).isEqualTo(2);
        assertThat(shop.findings()).isEmpty();
    }

    /** More than are won back in one transaction. */
    @Test
    void oneRunWinsBackAllThatThereAre() {
        lapsed(501);
        UUID campaign = shop.live(winningBack().form());
        VouchersTimers timers = new VouchersTimers();
        timers.winning = shop.winning;

        timers.winBack();

        assertThat(issued(campaign)).isEqualTo(501);
        assertThat(shop.findings()).isEmpty();
    }

    /** With one voucher left, the members are looked at one by one; the first ones have had theirs. */
    @Test
    void whoHasHadEnoughHoldsUpNobodyBehind() {
        List<UUID> enough = lapsed(2);
        UUID older = bought(LONG_AGO.plusDays(1));
        UUID campaign = shop.live(winningBack().of(3L, null, 1).form());
        shop.vouchers.grant(shop.manager(), campaign, enough);
        VouchersTimers timers = new VouchersTimers();
        timers.winning = shop.winning;

        timers.winBack();

        assertThat(shop.vouchers.of(shop.self(older), older, false)).hasSize(1);
        assertThat(issued(campaign)).isEqualTo(3);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whoIsLeftWhenAllAreGoneIsWonBackWhenThereAreMore() {
        lapsed(3);
        UUID campaign = shop.live(winningBack().of(2L, null, null).form());
        assertThat(shop.winning.of(campaign)).isEqualTo(2);
        assertThat(shop.winning.of(campaign)).isZero();

        shop.campaigns.restock(shop.manager(), campaign, 5);

        assertThat(shop.winning.of(campaign)).isEqualTo(1);
        assertThat(issued(campaign)).isEqualTo(3);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aCampaignThatFailsHoldsUpNoOther() {
        lapsed(1);
        UUID failing = shop.live(winningBack().form());
        UUID behind = shop.live(winningBack().form());
        VouchersTimers timers = new VouchersTimers();
        timers.winning = new WinningBack() {
            @Override
            List<UUID> campaigns() {
                return List.of(failing, behind);
            }

            @Override
            int of(UUID campaign) {
                if (campaign.equals(failing)) {
                    throw new IllegalStateException("A campaign that fails.");
                }
                return shop.winning.of(campaign);
            }
        };

        timers.winBack();

        assertThat(issued(failing)).isZero();
        assertThat(issued(behind)).isEqualTo(1);
    }

    @Test
    void nobodyIsWonBackWithAVoucherThatCouldNotBeUsedAnyMore() {
        lapsed(1);
        Instant now = shop.clock.instant();
        UUID campaign = shop.live(winningBack()
                .valid(new CampaignForm.Validity(now.minusSeconds(50), now.minusSeconds(10), null, null))
                .form());

        assertThat(shop.winning.campaigns()).doesNotContain(campaign);
        assertThat(shop.winning.of(campaign)).isZero();
    }

    /** The two zones are a day apart, so that no server's day is that of both. */
    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void theDaySinceWhichSomebodyHasNotBoughtIsTheMerchants(String zone) {
        shopIn(zone);
        Instant at = shop.clock.instant().minus(LONG_AGO).truncatedTo(ChronoUnit.SECONDS);
        bought(at);
        UUID campaign = shop.live(winningBack().form());

        assertThat(shop.winning.of(campaign)).isEqualTo(1);

        assertThat(shop.in(() -> shop.database.list(
                        "SELECT occasion FROM vouchers.event_done WHERE campaign_id = ?",
                        row -> row.getString(1),
                        campaign)))
                .containsExactly("since " + LocalDate.ofInstant(at, ZoneId.of(zone)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago"})
    void whoWasNotedByTheServersDayIsNotWonBackAgain(String zone) {
        shopIn(zone);
        UUID member = bought(LONG_AGO);
        UUID campaign = shop.live(winningBack().form());
        shop.in(() -> shop.database.change(
                "INSERT INTO vouchers.event_done (campaign_id, member_id, occasion)"
                        + " SELECT ?::uuid, member_id, 'since ' || at::date FROM vouchers.last_purchase WHERE member_id = ?",
                campaign,
                member));

        assertThat(shop.winning.of(campaign)).isZero();
    }

    /** The second node has looked before the first has ended its transaction, and waits for it. */
    @Test
    void twoNodesThatWinBackAtOnceGiveEachMemberOne() throws Exception {
        lapsed(5);
        UUID campaign = shop.live(winningBack().form());
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> second = shop.in(() -> {
                assertThat(shop.winning.of(campaign)).isEqualTo(5);
                Future<Integer> meanwhile = node.submit(() -> shop.winning.of(campaign));
                awaitSomebodyWaiting();
                return meanwhile;
            });

            assertThat(second.get(10, TimeUnit.SECONDS)).isZero();
        } finally {
            node.shutdownNow();
        }
        assertThat(issued(campaign)).isEqualTo(5);
        assertThat(shop.findings()).isEmpty();
    }

    private void awaitSomebodyWaiting() {
        for (int i = 0; i < 1000; i++) {
            if (shop.database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        throw new AssertionError("The second node does not wait for the first.");
    }

    private Forms winningBack() {
        Instant now = shop.clock.instant();
        return Forms.way(Way.EVENT)
                .giving(new CampaignForm.Giving(
                        Way.EVENT,
                        Event.LAPSED,
                        DAYS,
                        null,
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(30)),
                        null));
    }

    private List<UUID> lapsed(int members) {
        return Stream.generate(() -> bought(LONG_AGO)).limit(members).toList();
    }

    /** A member who bought last so long ago. */
    private UUID bought(Duration ago) {
        return bought(shop.clock.instant().minus(ago));
    }

    private UUID bought(Instant at) {
        UUID member = UUID.randomUUID();
        shop.in(() -> shop.bringing.bring(
                new BringingVouchers.Happening(shop.merchant, member, Event.PURCHASE, "a sale", 100, at)));
        return member;
    }

    private void shopIn(String zone) {
        shop.merchants.put(
                shop.merchant,
                new MerchantView(shop.merchant, "M" + shop.merchant, "Shop", "店", "GBP", ZoneId.of(zone)));
    }

    private long issued(UUID campaign) {
        return shop.campaigns.figures(shop.manager(), campaign).hands().issued();
    }

    private long noted(UUID campaign) {
        return shop.in(
                () -> shop.database.number("SELECT count(*) FROM vouchers.event_done WHERE campaign_id = ?", campaign));
    }
}
