package org.walletcounter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int MANY = 200_000;

    @Property
    void an_id_is_of_version_seven_and_knows_its_moment(
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long millis) {
        Instant moment = Instant.ofEpochMilli(millis);
        UUID id = Ids.at(moment);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.momentOf(id)).isEqualTo(moment);
        assertThat(id.toString())
                .isBetween(
                        Ids.floor(moment).toString(),
                        Ids.floor(moment.plusMillis(1)).toString());
    }

    /** More than a block of random bits for each thread, all at one moment: only the random bits tell them apart. */
    @Test
    void no_two_threads_are_given_the_same_bits() {
        Instant moment = Instant.parse("2026-11-28T12:00:00Z");
        Set<UUID> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, MANY).parallel().forEach(each -> ids.add(Ids.at(moment)));
        assertThat(ids).hasSize(MANY);
    }
}
