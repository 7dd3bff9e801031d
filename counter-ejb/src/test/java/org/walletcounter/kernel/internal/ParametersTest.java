package org.walletcounter.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCentre;
import org.walletcounter.kernel.ParameterCentre.Version;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.testing.Moment;
import org.walletcounter.testing.TestDatabase;

class ParametersTest {

    private static final Parameter PHONES = new Parameter("test.phones", "count", 1, 20, 5);

    private final Moment clock = new Moment();
    private final Instant start = clock.instant();
    private final TestKernel.House house =
            TestKernel.house(TestDatabase.shared().app(), clock);
    private final Parameters parameters = house.values();
    private final ParameterCentre centre = house.centre();
    private final UUID merchant = TestDatabase.shared().newMerchant();
    private final Actor manager = new Actor("staff:7", "Ann", "manager", merchant, null);

    @Test
    void nobodyHasSetItSoTheFirstValueHolds() {
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(5);
        assertThat(centre.history(PHONES, merchant)).isEmpty();
    }

    @Test
    void aValueIsInForceFromItsMomentOnAndForItsMerchantOnly() {
        centre.set(PHONES, 8, start.plusSeconds(3600), manager);
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(5);
        clock.pass(Duration.ofHours(1));
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(8);
        assertThat(parameters.value(PHONES, TestDatabase.shared().newMerchant()))
                .isEqualTo(5);
    }

    @Test
    void whatIsSetHereIsInForceHereAtOnce() {
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(5);
        centre.set(PHONES, 8, clock.instant(), manager);
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(8);
    }

    @Test
    void whatIsSetElsewhereIsInForceOnceItHasBeenHeardOf() throws SQLException {
        long[] heard = {0};
        Parameters elsewhere = TestKernel.house(
                        TestDatabase.shared().app(), clock, subject -> subject.equals("parameters") ? heard[0] : 0)
                .values();
        assertThat(elsewhere.value(PHONES, merchant)).isEqualTo(5);
        long noted = noted();
        centre.set(PHONES, 8, clock.instant(), manager);
        assertThat(noted()).as("the table notes its change").isGreaterThan(noted);
        assertThat(elsewhere.value(PHONES, merchant)).as("kept in memory").isEqualTo(5);
        heard[0]++;
        assertThat(elsewhere.value(PHONES, merchant)).isEqualTo(8);
    }

    private static long noted() throws SQLException {
        HeardChanges changes = new HeardChanges();
        changes.look(TestDatabase.shared().app());
        return changes.of("parameters");
    }

    @Test
    void everyVersionStaysWithItsAuthorAndReason() {
        centre.set(PHONES, 8, start, "more phones", manager);
        clock.pass(Duration.ofMinutes(5));
        centre.set(PHONES, 3, clock.instant(), manager);
        assertThat(centre.history(PHONES, merchant))
                .containsExactly(
                        new Version(3, clock.instant(), "staff:7", clock.instant(), null),
                        new Version(8, start, "staff:7", start, "more phones"));
    }

    @Test
    void whatIsOutOfRangeOrInThePastIsRefused() {
        refused(KernelError.PARAMETER_OUT_OF_RANGE, 21, start);
        refused(KernelError.PARAMETER_OUT_OF_RANGE, 0, start);
        refused(KernelError.PARAMETER_IN_THE_PAST, 7, start.minusSeconds(61));
        centre.set(PHONES, 7, start.minusSeconds(59), manager);
        assertThat(parameters.value(PHONES, merchant)).isEqualTo(7);
    }

    private void refused(KernelError error, long value, Instant from) {
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(() -> centre.set(PHONES, value, from, manager))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
