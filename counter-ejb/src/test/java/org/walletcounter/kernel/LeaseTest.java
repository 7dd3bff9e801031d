package org.walletcounter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final Lease lease = Lease.of(NOON, Duration.ofSeconds(10));

    @Test
    void itHoldsForAsLongAsItWasMadeFor() {
        assertThat(lease.holds(NOON)).isTrue();
        assertThat(lease.holds(NOON.plusMillis(9_999))).isTrue();
        assertThat(lease.holds(NOON.plusSeconds(10))).isFalse();
    }

    @Test
    void aClockThatWasSetBackEndsIt() {
        assertThat(lease.holds(NOON.minusMillis(1))).isFalse();
        assertThat(lease.holds(NOON.minusSeconds(3_600))).isFalse();
    }
}
