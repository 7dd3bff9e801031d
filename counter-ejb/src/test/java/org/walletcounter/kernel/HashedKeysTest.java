package org.walletcounter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Keys of like names stand near one another, and no two names share one. */
class HashedKeysTest {

    private static long head(UUID key) {
        return key.getMostSignificantBits() >>> 32;
    }

    @Test
    void numbers_of_one_till_and_day_stand_together_and_differ() {
        Set<Long> heads = new HashSet<>();
        Set<UUID> keys = new HashSet<>();
        for (int count = 1; count <= 500; count++) {
            String number = "HIGHST-T01-261129-%04d-A%03d".formatted(count, count * 7 % 1000);
            UUID key = HashedKeys.of(HashedKeys.neighbourhood(number), number);
            heads.add(head(key));
            keys.add(key);
        }
        assertThat(heads).hasSize(1);
        assertThat(keys).hasSize(500);
    }

    @Test
    void names_of_version_7_stand_by_their_minute_and_others_by_what_they_begin_with() {
        UUID first = Ids.next(Clock.systemUTC());
        assertThat(HashedKeys.neighbourhood(first.toString()))
                .isEqualTo(first.toString().substring(0, 8));
        assertThat(HashedKeys.neighbourhood(UUID.randomUUID().toString())).hasSize(24);
        assertThat(HashedKeys.neighbourhood("")).isEmpty();
    }

    /** Commands that were sent before names had neighbours are known by these keys. */
    @Test
    void a_key_without_neighbours_is_the_head_of_the_hash() {
        assertThat(HashedKeys.of("abc")).isEqualTo(UUID.fromString("ba7816bf-8f01-cfea-4141-40de5dae2223"));
    }

    @Property
    void a_key_follows_from_the_name_and_from_nothing_else(@ForAll @StringLength(max = 80) String name) {
        UUID key = HashedKeys.of(HashedKeys.neighbourhood(name), name);
        assertThat(HashedKeys.of(HashedKeys.neighbourhood(name), name)).isEqualTo(key);
        assertThat(HashedKeys.of(HashedKeys.neighbourhood(name), name + "x")).isNotEqualTo(key);
    }
}
