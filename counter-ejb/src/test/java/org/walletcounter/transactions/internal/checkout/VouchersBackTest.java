package org.walletcounter.transactions.internal.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.vouchers.VoucherView;
import org.walletcounter.vouchers.internal.TestVouchers;

/** Of which vouchers a return says that they are free again, with real ones. */
class VouchersBackTest {

    private final TestVouchers shop = TestVouchers.shared();
    private final Actor cashier = new Actor("staff:c", "Cao", "cashier", shop.merchant(), null);
    private final UUID member = UUID.randomUUID();

    @Test
    void oneThatCanBeUsedAgainIsTold() {
        VoucherView used = granted();
        assertThat(told(used, used.validUntil().minusMillis(1)))
                .containsExactly(used.campaign().code());
    }

    @Test
    void oneWhoseTimeIsOverByThenIsNotTold() {
        VoucherView used = granted();
        assertThat(told(used, used.validUntil())).isEmpty();
        VoucherView other = granted();
        assertThat(told(other, other.validUntil().plus(Duration.ofDays(1)))).isEmpty();
        assertThat(shop.books().door().check()).isEmpty();
    }

    @Test
    void oneThatWasOnlyLentForTheCheckoutIsNotTold() {
        shop.codeForEverybody("SPRING");
        VoucherView nobodys = shop.vouchers().byCode(cashier, "SPRING", null);
        VoucherView members = shop.vouchers().byCode(cashier, "SPRING", member);
        assertThat(told(nobodys, nobodys.issuedAt())).isEmpty();
        assertThat(told(members, members.issuedAt()))
                .containsExactly(members.campaign().code());
    }

    private VoucherView granted() {
        UUID id = shop.vouchers()
                .grant(Actor.system(shop.merchant()), shop.granting(), List.of(member))
                .vouchers()
                .get(0);
        return shop.vouchers().voucher(cashier, id);
    }

    /** Pays with a voucher, and takes all of it back at a moment. */
    private List<String> told(VoucherView voucher, Instant when) {
        Outcome outcome = shop.pay(cashier, List.of(TestVouchers.use(voucher.id(), 100)), "1042");
        GoodsBack.Paid payment = new GoodsBack.Paid(
                Ids.next(Clock.systemUTC()), ((Outcome.Posted) outcome).journalId(), "GBP", member, List.of());
        RefundPlan plan = new RefundPlan(0, 0, 0, 0, 0, List.of(), List.of(), List.of(voucher.id()));
        return new VouchersBack(shop.vouchers(), Clock.fixed(when, ZoneOffset.UTC)).freed(cashier, payment, plan);
    }
}
