package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.OutboxConsumer;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignForm.Event;
import org.walletcounter.vouchers.CampaignForm.Way;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.VoucherView.State;

/** Vouchers that purchases bring, and what becomes of them when the goods go back: as the outbox tells it. */
class PurchaseVouchersTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final UUID member = UUID.randomUUID();
    private final UUID payment = UUID.randomUUID();
    private final UUID campaign = rewarding(Money.of(5_000, "GBP"));

    @Test
    void whatAPurchaseBroughtGoesWithItsGoods() {
        bought(8_000);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.IN_HAND);
        wentBack(5_000);
        assertThat(mine())
                .extracting(VoucherView::state)
                .as("it is large enough")
                .containsExactly(State.IN_HAND);
        wentBack(4_999);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
        wentBack(0);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
        assertThat(shop.campaigns.figures(shop.manager(), campaign).hands().inHand())
                .isZero();
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatACancelledPurchaseBroughtGoesToo() {
        bought(8_000);
        calledBack();
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
    }

    @Test
    void aPurchaseThatIsHeardOfAfterItWentBackBringsNone() {
        calledBack();
        bought(8_000);
        assertThat(mine()).isEmpty();
    }

    @Test
    void aVoucherThatIsUsedStaysUsed() {
        bought(8_000);
        used();
        wentBack(0);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.USED);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aVoucherThatComesBackAfterItsPurchaseIsWithdrawnAtOnce() {
        bought(8_000);
        UUID next = used();
        wentBack(0);
        assertThat(comesBack(next)).isEqualTo(State.WITHDRAWN);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void oneThatComesBackBeforeItsPurchaseEndsTheSame() {
        bought(8_000);
        assertThat(comesBack(used())).isEqualTo(State.IN_HAND);
        wentBack(0);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void oneWhosePurchaseIsStillLargeEnoughComesBackAndCanBeUsedAgain() {
        bought(8_000);
        UUID next = used();
        wentBack(5_000);
        assertThat(comesBack(next)).isEqualTo(State.IN_HAND);
        UUID third = used();
        wentBack(4_999);
        assertThat(comesBack(third)).isEqualTo(State.WITHDRAWN);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whatACampaignBroughtThatHasEndedIsLostAsWell() {
        bought(8_000);
        UUID next = used();
        shop.campaigns.move(shop.manager(), campaign, CampaignView.State.ENDED);
        calledBack();
        assertThat(comesBack(next)).isEqualTo(State.WITHDRAWN);
        assertThat(shop.findings()).isEmpty();
    }

    /** Both at once: who gives the voucher back waits until it is known whether its purchase stands. */
    @Test
    void oneThatComesBackWhileItsPurchaseGoesIsWithdrawnToo() {
        bought(8_000);
        UUID next = used();
        Supplier<CompletableFuture<State>> both = () -> {
            wentBack(0);
            CompletableFuture<State> comingBack = CompletableFuture.supplyAsync(() -> comesBack(next));
            assertThatThrownBy(() -> comingBack.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return comingBack;
        };
        assertThat(shop.in(both).join()).isEqualTo(State.WITHDRAWN);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void whereAnyPurchaseBringsOneItGoesWithTheLastOfTheMoney() {
        UUID any = rewarding(null);
        bought(3_000);
        wentBack(1);
        assertThat(mine()).extracting(each -> each.campaign().id()).containsExactly(any);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.IN_HAND);
        wentBack(0);
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.WITHDRAWN);
    }

    @Test
    void othersPurchasesAndMessagesThatDoNotSayWhatIsLeftTakeNothing() {
        bought(8_000);
        told(new RefundConsumer(shop.losing), UUID.randomUUID(), ",\"amount\":8000,\"left\":0");
        told(new RefundConsumer(shop.losing), payment, ",\"amount\":8000");
        assertThat(mine()).extracting(VoucherView::state).containsExactly(State.IN_HAND);
    }

    private UUID rewarding(@Nullable Money from) {
        CampaignForm.Giving giving = Forms.way(Way.EVENT).form().giving();
        return shop.live(Forms.way(Way.EVENT)
                .giving(new CampaignForm.Giving(
                        Way.EVENT, Event.PURCHASE, null, from, giving.from(), giving.until(), null))
                .form());
    }

    /** Pays with the member's voucher; gives the payment's journal. */
    private UUID used() {
        Outcome outcome =
                shop.pay(shop.cashier(), List.of(TestVouchers.use(mine().get(0).id(), 100)), "next");
        return ((Outcome.Posted) outcome).journalId();
    }

    /** What becomes of the voucher when what it was used for goes back as a whole. */
    private State comesBack(UUID journal) {
        return shop.vouchers
                .comeBack(shop.cashier(), mine().get(0).id(), journal)
                .state();
    }

    private void bought(long amount) {
        String at = ",\"amount\":" + amount + ",\"occurredAt\":\"" + shop.clock.instant() + "\"";
        told(new PurchaseConsumer(shop.bringing), payment, at);
    }

    private void wentBack(long left) {
        told(new RefundConsumer(shop.losing), payment, ",\"amount\":1,\"left\":" + left);
    }

    private void calledBack() {
        told(new CancellationConsumer(shop.losing), payment, "");
    }

    private void told(OutboxConsumer consumer, UUID of, String more) {
        String who = "{\"merchantId\":\"" + shop.merchant + "\",\"memberId\":\"" + member + "\"";
        Supplier<UUID> telling = () -> {
            consumer.accept(of, who + more + "}");
            return of;
        };
        shop.in(telling);
    }

    private List<VoucherView> mine() {
        return shop.vouchers.of(shop.self(member), member, true);
    }
}
