package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.testing.Moment;

class MemberStandingsTest {

    private final UUID merchant = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();
    private final Moment clock = new Moment();
    private final WarmStandings warm = new WarmStandings(clock);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aStandingIsAskedOnceInTenSeconds() {
        ask();
        clock.pass(Duration.ofSeconds(9));
        assertThat(ask().tier()).isEqualTo("gold-1");
        clock.pass(Duration.ofSeconds(2));
        assertThat(ask().tier()).isEqualTo("gold-2");
    }

    @Test
    void aMoveIsSeenAtOnceAndOnlyAtItsMerchant() {
        ask();
        warm.moved(new StandingsMoved(UUID.randomUUID()));
        assertThat(ask().tier()).isEqualTo("gold-1");
        warm.moved(new StandingsMoved(merchant));
        assertThat(ask().tier()).isEqualTo("gold-2");
    }

    private MemberStanding ask() {
        return warm.of(merchant, member, () -> new MemberStanding("gold-" + asked.incrementAndGet(), Set.of("vip")));
    }
}
