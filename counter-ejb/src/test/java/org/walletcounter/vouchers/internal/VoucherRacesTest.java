package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.HoldOnVoucher;
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

    /** As the ledger's writer locks them: a payment that took the budget would wait for who waits for the budget. */
    @Test
    void whoeverSetsVouchersAsideLocksThemAndTheirBudgetsInTheOrderOfTheLedger() {
        List<Long> locked = Collections.synchronizedList(new ArrayList<>());
        TestVouchers.Shifting clock = new TestVouchers.Shifting();
        try (TestLedger books = TestLedger.on(TestDatabase.fresh(), clock)) {
            TestVouchers mine = new TestVouchers(books, clock, real -> noting(real, locked));
            UUID first = mine.live(Forms.taken().budget(1_000).form());
            UUID second = mine.live(Forms.taken().budget(1_000).form());
            UUID member = UUID.randomUUID();
            List<Use> uses = List.of(
                    TestVouchers.use(mine.take(second, member).id(), 100),
                    TestVouchers.use(mine.take(first, member).id(), 100));

            List<UUID> holds = mine.vouchers.hold(mine.cashier(), uses, "sale").stream()
                    .map(HoldOnVoucher::hold)
                    .toList();
            assertThat(locked).hasSize(4).isSorted();

            locked.clear();
            mine.vouchers.release(mine.cashier(), holds);
            assertThat(locked).hasSize(4).isSorted();
        }
    }

    /** Notes whose accounts are held on and given free. */
    private static Ledger noting(Ledger real, List<Long> locked) {
        return (Ledger) Proxy.newProxyInstance(
                VoucherRacesTest.class.getClassLoader(), new Class<?>[] {Ledger.class}, (self, method, arguments) -> {
                    if (method.getName().equals("hold")) {
                        locked.add(((HoldRequest) arguments[0]).account().value());
                    } else if (method.getName().equals("release")) {
                        locked.add(real.holdOf((UUID) arguments[0])
                                .orElseThrow()
                                .account()
                                .value());
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    /** Although its budget, which is asked first, has nothing left either. */
    @Test
    void aVoucherAtAnotherCheckoutIsSaidToBeThere() {
        UUID campaign = shop.live(Forms.taken().budget(100).form());
        List<Use> uses =
                List.of(TestVouchers.use(shop.take(campaign, UUID.randomUUID()).id(), 100));
        shop.vouchers.hold(shop.cashier(), uses, "sale");

        assertThatThrownBy(() -> shop.vouchers.hold(shop.cashier(), uses, "sale"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(VoucherError.AT_ANOTHER_CHECKOUT));
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
