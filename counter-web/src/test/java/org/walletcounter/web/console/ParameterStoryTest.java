package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCentre.Version;
import org.walletcounter.web.console.ParameterStory.Change;
import org.walletcounter.web.console.ParameterStory.Time;

class ParameterStoryTest {

    private static final Parameter PHONES = new Parameter("test.phones", "count", 1, 20, 5);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void whatNobodyChangedHasNoStory() {
        ParameterStory story = ParameterStory.of(PHONES, List.of(), NOW);
        assertThat(story.value()).isEqualTo(5);
        assertThat(story.inForce()).isNull();
        assertThat(story.toCome()).isNull();
    }

    @Test
    void eachChangeStandsBesideTheValueItTookThePlaceOf() {
        Version first = version(8, -100);
        Version second = version(3, 0);
        Version soon = version(4, 50);
        Version later = version(6, 90);
        ParameterStory story = ParameterStory.of(PHONES, List.of(later, soon, second, first), NOW);
        assertThat(story.changes())
                .containsExactly(
                        new Change(later, 4, Time.TO_COME),
                        new Change(soon, 3, Time.TO_COME),
                        new Change(second, 8, Time.IN_FORCE),
                        new Change(first, 5, Time.PAST));
        assertThat(story.value()).isEqualTo(3);
        assertThat(story.inForce()).isEqualTo(new Change(second, 8, Time.IN_FORCE));
        assertThat(story.toCome()).isEqualTo(new Change(soon, 3, Time.TO_COME));
    }

    @Test
    void aPlanThatWasCorrectedIsNotToComeAnyMore() {
        Version now = version(3, 0);
        Version soon = version(4, 50);
        Version corrected = version(6, 50);
        Version later = version(7, 90);
        ParameterStory story = ParameterStory.of(PHONES, List.of(later, corrected, soon, now), NOW);
        assertThat(story.changes())
                .extracting(Change::time)
                .containsExactly(Time.TO_COME, Time.TO_COME, Time.PAST, Time.IN_FORCE);
        assertThat(story.toCome()).isEqualTo(new Change(corrected, 3, Time.TO_COME));
        assertThat(story.value()).isEqualTo(3);
    }

    private static Version version(long value, long secondsFromNow) {
        return new Version(value, NOW.plusSeconds(secondsFromNow), "staff:7", NOW.minusSeconds(200), null);
    }
}
