package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.vouchers.CampaignView.State;
import org.walletcounter.vouchers.VoucherError;

class PassingRefusalsTest {

    @ParameterizedTest
    @EnumSource(
            value = VoucherError.class,
            names = {"NOT_OPEN_YET", "GONE_FOR_TODAY"})
    void whatTheCalendarChangesIsTriedAgainInAWhile(VoucherError error) {
        assertThat(PassingRefusals.pauseAfter(new CounterException(error))).contains(PassingRefusals.A_WHILE);
    }

    @Test
    void whoMetSomebodyElseTriesAgainInAMoment() {
        assertThat(PassingRefusals.pauseAfter(new CounterException(KernelError.CHANGED_MEANWHILE)))
                .contains(PassingRefusals.A_MOMENT);
        assertThat(PassingRefusals.pauseAfter(new CounterException(VoucherError.AT_ANOTHER_CHECKOUT)))
                .contains(PassingRefusals.A_MOMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = VoucherError.class,
            names = {"GONE", "NOT_OPEN_ANY_MORE", "ENOUGH_FOR_ONE", "NOT_THIS_WAY", "NO_SUCH_CAMPAIGN", "NO_SUCH_MEMBER"
            })
    void whatStaysAsItIsIsNotTriedAgain(VoucherError error) {
        assertThat(PassingRefusals.pauseAfter(new CounterException(error))).isEmpty();
    }

    @Test
    void aCampaignThatIsPausedMayGoOnAndOneThatHasEndedDoesNot() {
        assertThat(PassingRefusals.pauseAfter(new CounterException(VoucherError.NOT_RUNNING, State.PAUSED)))
                .contains(PassingRefusals.A_WHILE);
        assertThat(PassingRefusals.pauseAfter(new CounterException(VoucherError.NOT_RUNNING, State.DRAFT)))
                .contains(PassingRefusals.A_WHILE);
        assertThat(PassingRefusals.pauseAfter(new CounterException(VoucherError.NOT_RUNNING, State.ENDED)))
                .isEmpty();
        assertThat(PassingRefusals.pauseAfter(new CounterException(VoucherError.NOT_RUNNING)))
                .isEmpty();
    }
}
