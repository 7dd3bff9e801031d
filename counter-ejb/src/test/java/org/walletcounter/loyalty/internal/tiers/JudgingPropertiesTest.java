package org.walletcounter.loyalty.internal.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.walletcounter.loyalty.TierScheme;

/** What judging promises for every story. */
class JudgingPropertiesTest {

    /** Nobody is ever above what they reached, nobody falls before their time, and who deserves more has it at once. */
    @Property(tries = 300)
    void judgingIsFairInEveryStory(
            @ForAll @IntRange(max = 60) int keep,
            @ForAll @IntRange(max = 30) int grace,
            @ForAll boolean oneDown,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 200_000) Long> measures,
            @ForAll @IntRange(min = 1, max = 40) int step) {
        TierScheme.Downgrade downgrade = oneDown ? TierScheme.Downgrade.ONE_DOWN : TierScheme.Downgrade.BY_BALANCE;
        Judging judging = new Judging(TiersTest.scheme(downgrade, keep, grace));
        Instant now = Instant.EPOCH;
        Judging.Place place = Judging.Place.none(now);
        for (long measured : measures) {
            now = now.plus(Duration.ofDays(step));
            int deserved = judging.rank(measured);
            Judging.Place next = judging.judge(place, measured, now);
            assertThat(next.rank()).isGreaterThanOrEqualTo(deserved);
            assertThat(judging.judge(next, measured, now).rank())
                    .as("looking twice is looking once, unless nothing is kept")
                    .isBetween(keep == 0 && grace == 0 ? deserved : next.rank(), next.rank());
            if (deserved > place.rank()) {
                assertThat(next.rank()).isEqualTo(deserved);
                assertThat(next.keptUntil()).isEqualTo(now.plus(Duration.ofDays(keep)));
            }
            if (next.rank() < place.rank()) {
                assertThat(now).isAfterOrEqualTo(place.keptUntil());
                assertThat(place.lostAt() == null && grace > 0).isFalse();
                assertThat(next.rank()).isEqualTo(oneDown ? place.rank() - 1 : deserved);
            }
            place = next;
        }
    }
}
