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
    void keys_of_version_7_stand_by_their_minute_and_others_anywhere() {
        UUID first = Ids.next(Clock.systemUTC());
        UUID second = Ids.at(Ids.momentOf(first).plusMillis(1));
        assertThat(HashedKeys.neighbourhood(first.toString()))
                .isEqualTo(first.toString().substring(0, 8));
        assertThat(head(new CommandKey("till", first.toString(), "").claimId()))
                .isEqualTo(head(new CommandKey("another", second.toString(), "").claimId()));
        assertThat(HashedKeys.neighbourhood(UUID.randomUUID().toString())).hasSize(24);
    }

    @Property
    void a_key_stands_beside_another_and_is_not_it(@ForAll @StringLength(max = 80) String name) {
        UUID key = HashedKeys.of(HashedKeys.neighbourhood(name), name);
        UUID beside = HashedKeys.of(key, "command" + name);
        assertThat(head(beside)).isEqualTo(head(key));
        assertThat(beside).isNotEqualTo(key);
        assertThat(HashedKeys.of(HashedKeys.neighbourhood(name), name)).isEqualTo(key);
        assertThat(HashedKeys.of(HashedKeys.neighbourhood(name), name + "x")).isNotEqualTo(key);
    }
}
