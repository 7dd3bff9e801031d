package org.walletcounter.vouchers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherTerms;
import org.walletcounter.vouchers.Use;
import org.walletcounter.vouchers.VoucherError;

/** Whoever sets a voucher aside keeps from its campaign's budget what it can save, and nothing beyond. */
class SavingsOfHoldsTest {

    private static final long BUDGET = 10_000;

    private final TestVouchers shop = TestVouchers.shared();

    @Test
    void oneVoucherDoesNotSetTheWholeBudgetAside() {
        UUID campaign = campaign(new Benefit.AmountOff(500));

        refused(campaign, Money.of(BUDGET, "GBP"), VoucherError.MORE_THAN_IT_SAVES);
        refused(campaign, Money.of(501, "GBP"), VoucherError.MORE_THAN_IT_SAVES);

        hold(campaign, Money.of(500, "GBP"));
        assertThat(shop.findings()).isEmpty();
    }

    @Test
    void aSavingInAnotherCurrencyIsNone() {
        refused(campaign(new Benefit.AmountOff(500)), Money.of(500, "JPY"), VoucherError.OTHER_CURRENCY);
    }

    @Test
    void whatTheTermsCanTakeOffAtMostIsTheMost() {
        atMost(300, new Benefit.PercentOff(1_000, 300L));
        atMost(400, new Benefit.EachFull(1_000, 100, 400L));
        atMost(600, new Benefit.BirthdayTreat(3, 3, 1_000, 600L));
        atMost(200, new Benefit.TenderOff(Set.of("WALLET"), 2_000, 200));
        Benefit.Ladder.Step low = new Benefit.Ladder.Step(1_000, 100);
        atMost(700, new Benefit.Ladder(List.of(low, new Benefit.Ladder.Step(5_000, 700))));
        Benefit.GiftLadder.Present mug = new Benefit.GiftLadder.Present("MUG", new Terms.Names("Mug", "杯"), 1, 800);
        atMost(0, new Benefit.GiftLadder(List.of(new Benefit.GiftLadder.Step(0, List.of(mug)))));
    }

    private void atMost(long saving, Benefit benefit) {
        UUID campaign = campaign(benefit);
        refused(campaign, Money.of(saving + 1, "GBP"), VoucherError.MORE_THAN_IT_SAVES);
        hold(campaign, Money.of(saving, "GBP"));
    }

    @Test
    void whatHasNoEndIsLeftToTheBudget() {
        for (Benefit benefit : List.of(new Benefit.PercentOff(1_000, null), new Benefit.FreeItems(1))) {
            UUID campaign = campaign(benefit);
            refused(campaign, Money.of(BUDGET + 1, "GBP"), VoucherError.BUDGET_SPENT);
            hold(campaign, Money.of(BUDGET, "GBP"));
        }
    }

    private UUID campaign(Benefit benefit) {
        VoucherTerms terms = new VoucherTerms(Terms.of("Off", "GBP", benefit), 5);
        return shop.live(Forms.taken().budget(BUDGET).form().promising(terms));
    }

    /** Sets aside a new voucher of a new member's. */
    private void hold(UUID campaign, Money saving) {
        UUID member = UUID.randomUUID();
        Use use = new Use(shop.take(campaign, member).id(), saving, null);
        assertThat(shop.vouchers.hold(shop.cashier(), member, List.of(use), "sale"))
                .hasSize(1);
    }

    private void refused(UUID campaign, Money saving, VoucherError error) {
        assertThatThrownBy(() -> hold(campaign, saving))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
