package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.vouchers.HoldOnVoucher;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherView;

/** What users of other products still ask for: each test is named after the issue thread that asks. */
class WhatOthersGotWrongTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();

    /** saleor/saleor#14995: several vouchers in one checkout. */
    @Test
    void severalVouchersArePaidWithAtOnce() {
        UUID campaign = shop.live(Forms.taken().form());
        List<Use> uses = List.of(
                use(campaign), use(campaign), use(shop.live(Forms.taken().form())));

        assertThat(shop.pay(shop.cashier(), uses, "three")).isInstanceOf(Outcome.Posted.class);
        assertThat(shop.vouchers.of(shop.cashier(), member, false)).isEmpty();
        assertThat(shop.findings()).isEmpty();
    }

    /** saleor/saleor#8219: completion runs twice, the voucher counts once. */
    @Test
    void aCompletionThatRunsTwiceUsesTheVoucherOnce() {
        UUID campaign = shop.live(Forms.taken().form());
        Use use = use(campaign);
        HoldOnVoucher hold =
                shop.vouchers.hold(shop.cashier(), List.of(use), "order 1").get(0);
        List<Use> held = List.of(new Use(use.voucherId(), use.saving(), hold.hold()));

        assertThat(shop.pay(shop.cashier(), held, "order 1")).isInstanceOf(Outcome.Posted.class);
        assertThatThrownBy(() -> shop.pay(shop.cashier(), held, "order 1")).hasMessageContaining("ALREADY_USED");
        assertThat(shop.campaigns.figures(shop.manager(), campaign).used()).isEqualTo(1);
    }

    /** saleor/saleor#3569: a voucher tied to its holder. */
    @Test
    void somebodyElsesVoucherIsNotTheirs() {
        UUID voucher = shop.take(shop.live(Forms.taken().form()), member).id();

        assertThatThrownBy(() -> shop.vouchers.voucher(shop.self(UUID.randomUUID()), voucher))
                .hasMessageContaining("NO_SUCH_VOUCHER");
        assertThatThrownBy(() -> shop.vouchers.hold(
                        shop.self(UUID.randomUUID()), List.of(TestVouchers.use(voucher, 100)), "theft"))
                .hasMessageContaining("NO_SUCH_VOUCHER");
    }

    /** vendurehq/vendure#4660: a coupon for one use, redeemed without limit at once. */
    @Test
    void aVoucherForOneUseIsUsedOnceHoweverManyComplete() {
        Use use = use(shop.live(Forms.taken().form()));
        AtomicInteger orders = new AtomicInteger();

        List<Object> answers = Crowd.does(
                40,
                20,
                () -> VoucherRacesTest.kind(
                        shop.pay(shop.cashier(), List.of(use), "order " + orders.incrementAndGet())));

        assertThat(Collections.frequency(answers, "posted")).isEqualTo(1);
    }

    /** macrozheng/mall#1003: the same coupon in five orders at once. */
    @Test
    void fiveOrdersAtOnceCannotShareACoupon() {
        Use use = use(shop.live(Forms.taken().form()));
        AtomicInteger orders = new AtomicInteger();

        List<Object> answers = Crowd.does(5, 5, () -> {
            HoldOnVoucher hold =
                    shop.vouchers.hold(shop.cashier(), List.of(use), "order").get(0);
            return VoucherRacesTest.kind(shop.pay(
                    shop.cashier(),
                    List.of(new Use(use.voucherId(), use.saving(), hold.hold())),
                    "parallel " + orders.incrementAndGet()));
        });

        assertThat(Collections.frequency(answers, "posted")).isEqualTo(1);
    }

    /** BrainWise-DEV/POSNext#198: check and consume are not atomic at the till. */
    @Test
    void betweenTheCheckAndThePaymentNobodyElseGetsIt() {
        Use use = use(shop.live(Forms.taken().form()));
        HoldOnVoucher hold =
                shop.vouchers.hold(shop.cashier(), List.of(use), "till 1").get(0);

        Outcome other = shop.pay(shop.cashier(), List.of(use), "till 2");
        Outcome mine = shop.pay(shop.cashier(), List.of(new Use(use.voucherId(), use.saving(), hold.hold())), "till 1");

        assertThat(other).isInstanceOf(Outcome.Refused.class);
        assertThat(mine).isInstanceOf(Outcome.Posted.class);
        assertThat(shop.findings()).isEmpty();
    }

    /** shopperlabs/shopper#510: a flash sale oversells, and the limit per person is never counted. */
    @Test
    void aFlashSaleNeitherOversellsNorForgetsThePersonsLimit() {
        UUID campaign = shop.live(Forms.taken().of(10L, null, 2).form());
        List<UUID> four = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        AtomicInteger next = new AtomicInteger();

        Crowd.does(200, 40, () -> shop.take(campaign, four.get(next.getAndIncrement() % 4)));

        assertThat(shop.campaigns.figures(shop.manager(), campaign).hands().issued())
                .isEqualTo(8);
        assertThat(shop.findings()).isEmpty();
    }

    /** Sylius/Sylius#10124: orders that are cancelled still use a coupon up. */
    @Test
    void aCheckoutGivenUpAndAPaymentCalledBackGiveTheVoucherBack() {
        UUID campaign = shop.live(Forms.taken().form());
        Use use = use(campaign);
        HoldOnVoucher hold =
                shop.vouchers.hold(shop.cashier(), List.of(use), "given up").get(0);
        shop.vouchers.release(shop.cashier(), List.of(hold.hold()));

        Outcome.Posted paid = (Outcome.Posted) shop.pay(shop.cashier(), List.of(use), "called back");
        VoucherView back = shop.vouchers.comeBack(shop.cashier(), use.voucherId(), paid.journalId());

        assertThat(back.state()).isEqualTo(VoucherView.State.IN_HAND);
        assertThatThrownBy(() -> shop.vouchers.comeBack(shop.cashier(), use.voucherId(), paid.journalId()))
                .hasMessageContaining("NOT_USED_THERE");
        assertThat(shop.pay(shop.cashier(), List.of(use), "used after all")).isInstanceOf(Outcome.Posted.class);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).used()).isEqualTo(1);
        assertThat(shop.findings()).isEmpty();
    }

    /** Sylius/Sylius#10124, the other policy: what is used stays used. */
    @Test
    void aCampaignMayAlsoSayThatWhatIsUsedStaysUsed() {
        Use use = use(shop.live(Forms.taken().keeping(true, false).form()));
        Outcome.Posted paid = (Outcome.Posted) shop.pay(shop.cashier(), List.of(use), "stays used");

        assertThat(shop.vouchers
                        .comeBack(shop.cashier(), use.voucherId(), paid.journalId())
                        .state())
                .isEqualTo(VoucherView.State.USED);
    }

    /** opensourcepos/opensourcepos#4579: what is spent in a parked sale is lost when it is given up. */
    @Test
    void aParkedSaleHoldsAVoucherAndItIsFreeAgainByItself() {
        Use use = use(shop.live(Forms.taken().form()));
        shop.vouchers.hold(shop.cashier(), List.of(use), "parked");
        assertThat(shop.vouchers.voucher(shop.cashier(), use.voucherId()).held())
                .isTrue();

        shop.clock.forward(Duration.ofMinutes(16));
        shop.letHoldsLapse();

        assertThat(shop.vouchers.voucher(shop.cashier(), use.voucherId()).held())
                .isFalse();
        assertThat(shop.pay(shop.cashier(), List.of(use), "later")).isInstanceOf(Outcome.Posted.class);
    }

    private Use use(UUID campaign) {
        return TestVouchers.use(shop.take(campaign, member).id(), 100);
    }
}
