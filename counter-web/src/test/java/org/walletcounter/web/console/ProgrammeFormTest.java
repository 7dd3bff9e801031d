package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Programme.Basis;

/** The unit of a points programme: of an amount it must be said, of anything else there is none. */
class ProgrammeFormTest {

    private final ProgrammeForm form = new ProgrammeForm();

    @Test
    void anAmountWithoutAUnitIsRefusedAtItsField() {
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(form::programme)
                .satisfies(refusal -> {
                    assertThat(refusal.error()).isEqualTo(KernelError.FIELD_MISSING);
                    assertThat(ProgrammeForm.atInput(refusal).field()).isEqualTo("per");
                });
        form.setPer(Money.of(100, "GBP"));
        assertThat(form.programme().earning().perMinor()).isEqualTo(100);
    }

    @Test
    void aVisitHasNoUnitAndNoneIsShownWhenItIsOpenedAgain() {
        form.setBasis(Basis.VISIT);

        assertThat(form.programme().earning().perMinor()).isEqualTo(1);
        assertThat(ProgrammeForm.of(form.programme(), "GBP").getPer()).isNull();
    }
}
