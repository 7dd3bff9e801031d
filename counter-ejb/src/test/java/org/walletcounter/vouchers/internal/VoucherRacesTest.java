package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;
import org.walletcounter.vouchers.VoucherView;

/** The races that other products lose: the same voucher used at once, the last voucher taken twice. */
class VoucherRacesTest {

    private final TestVouchers shop = TestVouchers.shared();

    @Test
    void twoHundredRedemptionsOfOneVoucherAtOnceGiveExactlyOne() {
        UUID campaign = shop.live(Forms.taken().form());
        VoucherView voucher = shop.take(campaign, UUID.randomUUID());
        AtomicInteger sales = new AtomicInteger();

        List<Object> answers = Crowd.does(
                200,
                100,
                () -> kind(shop.pay(
                        shop.cashier(), List.of(TestVouchers.use(voucher.id(), 100)), "S" + sales.incrementAndGet())));

        assertThat(Collections.frequency(answers, "posted")).isEqualTo(1);
        assertThat(answers).allMatch(answer -> List.of("posted", "ALREADY_USED").contains(answer));
        assertThat(shop.vouchers.voucher(shop.cashier(), voucher.id()).state()).isEqualTo(VoucherView.State.USED);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void twoHundredCheckoutsThatSetOneVoucherAsideAtOnceGiveExactlyOne() {
        UUID campaign = shop.live(Forms.taken().form());
        VoucherView voucher = shop.take(campaign, UUID.randomUUID());

        List<Object> answers = Crowd.does(
                200,
                50,
                () -> shop.vouchers.hold(shop.cashier(), List.of(TestVouchers.use(voucher.id(), 100)), "sale"));

        assertThat(answers.stream().filter(List.class::isInstance)).hasSize(1);
        assertThat(Collections.frequency(answers, "AT_ANOTHER_CHECKOUT")).isEqualTo(199);
    }

    @Test
    void tenThousandRequestsForAHundredVouchersGiveAHundredAndTheOthersHearThatAllAreGone() {
        UUID campaign = shop.live(Forms.taken().of(100L, null, 1).form());

        List<Object> answers = Crowd.does(10_000, 200, () -> shop.take(campaign, UUID.randomUUID()));

        assertThat(answers.stream().filter(VoucherView.class::isInstance)).hasSize(100);
        assertThat(Collections.frequency(answers, "GONE")).isEqualTo(9_900);
        CampaignFigures figures = shop.campaigns.figures(shop.manager(), campaign);
        assertThat(figures.left()).isZero();
        assertThat(figures.hands().issued()).isEqualTo(100);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void onePersonWhoAsksFiftyTimesAtOnceGetsOne() {
        UUID campaign = shop.live(Forms.taken().of(1000L, null, 1).form());
        UUID greedy = UUID.randomUUID();

        List<Object> answers = Crowd.does(50, 50, () -> shop.take(campaign, greedy));

        assertThat(answers.stream().filter(VoucherView.class::isInstance)).hasSize(1);
        assertThat(Collections.frequency(answers, "ENOUGH_FOR_ONE")).isEqualTo(49);
    }

    @RepeatedTest(10) // the two writers of the ledger meet now and then only
    void theSameRequestSentFiftyTimesAtOnceTakesOne() {
        UUID campaign = shop.live(Forms.taken().form());
        UUID member = UUID.randomUUID();

        List<Object> answers = Crowd.does(50, 50, () -> shop.take(campaign, member, "the same key"));

        assertThat(answers.stream().filter(VoucherView.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(String.class::isInstance))
                .hasSize(49)
                .containsOnly("COMMAND_IN_FLIGHT");
    }

    @Test
    void noDayGivesOutMoreThanItMayHoweverManyAskAtOnce() {
        UUID campaign = shop.live(Forms.taken().of(1000L, 20L, null).form());

        List<Object> answers = Crowd.does(100, 50, () -> shop.take(campaign, UUID.randomUUID()));

        assertThat(answers.stream().filter(VoucherView.class::isInstance)).hasSize(20);
        assertThat(Collections.frequency(answers, "GONE_FOR_TODAY")).isEqualTo(80);
    }

    @Test
    void oneCodeShownAtFiftyTillsAtOnceIsOneVoucherUsedOnce() {
        UUID campaign = shop.live(Forms.way(Way.CODE).of(10L, null, null).form());
        String code = shop.codes(campaign, 1).get(0);
        AtomicInteger sales = new AtomicInteger();

        List<Object> answers = Crowd.does(50, 50, () -> {
            UUID voucher = shop.vouchers.byCode(shop.cashier(), code, null).id();
            return kind(
                    shop.pay(shop.cashier(), List.of(TestVouchers.use(voucher, 100)), "K" + sales.incrementAndGet()));
        });

        assertThat(Collections.frequency(answers, "posted")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "ALREADY_USED")).isEqualTo(49);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aBudgetIsNeverExceededHoweverManyPayAtOnce() {
        UUID campaign = shop.live(Forms.taken().budget(1_000).form());
        List<UUID> vouchers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            vouchers.add(shop.take(campaign, UUID.randomUUID()).id());
        }
        AtomicInteger next = new AtomicInteger();

        List<Object> answers = Crowd.does(30, 30, () -> {
            int number = next.getAndIncrement();
            Use use = new Use(vouchers.get(number), Money.of(100, "GBP"), UUID.randomUUID());
            shop.vouchers.hold(shop.cashier(), List.of(use), "sale");
            return kind(shop.pay(shop.cashier(), List.of(use), "B" + number));
        });

        assertThat(Collections.frequency(answers, "posted")).isEqualTo(10);
        assertThat(Collections.frequency(answers, "BUDGET_SPENT")).isEqualTo(20);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).budgetLeft().isZero())
                .isTrue();
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whoComesToAnEmptyCampaignAsksTheDatabaseNothing() {
        UUID campaign = shop.live(Forms.taken().of(1L, null, null).form());
        shop.take(campaign, UUID.randomUUID());
        Crowd.does(2, 1, () -> shop.take(campaign, UUID.randomUUID()));

        long before = shop.connections();
        List<Object> answers = Crowd.does(1000, 4, () -> shop.take(campaign, UUID.randomUUID()));

        assertThat(Collections.frequency(answers, "GONE")).isEqualTo(1000);
        assertThat(shop.connections() - before).isLessThan(20);
    }

    /** What a payment came to. */
    static Object kind(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            throw new CounterException(refused.error());
        }
        return outcome instanceof Outcome.Posted ? "posted" : VoucherError.GONE.name();
    }
}
