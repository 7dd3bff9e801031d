package org.walletcounter.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A clock that is set back is told from one that goes forward. */
class RetreatTest {

    private Instant shown = Instant.parse("2026-11-30T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> shown).withZone(ZoneOffset.UTC);

    @Test
    void aClockThatGoesForwardIsNotBehind() {
        Retreat retreat = new Retreat(clock);

        assertThat(retreat.now()).isZero();
        shown = shown.plusSeconds(90);
        assertThat(retreat.now()).isZero();
    }

    @Test
    void oneThatWasSetBackIsBehindUntilItHasCaughtUp() {
        Retreat retreat = new Retreat(clock);
        shown = shown.plusSeconds(60);
        assertThat(retreat.now()).isZero();

        shown = shown.minusSeconds(3_600);
        assertThat(retreat.now()).isEqualTo(Duration.ofHours(1));
        shown = shown.plusSeconds(600);
        assertThat(retreat.now()).isEqualTo(Duration.ofMinutes(50));
        shown = shown.plusSeconds(3_000);
        assertThat(retreat.now()).isZero();
    }
}
