package org.walletcounter.loyalty.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.walletcounter.kernel.Lease;
import org.walletcounter.loyalty.MemberStanding;

/** How members stand, remembered on this node for some seconds. Thread-safe. */
@ApplicationScoped
class WarmStandings {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int MOST = 20_000;

    private final Map<Key, Warm> warm = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    WarmStandings(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxies. */
    WarmStandings() {
        this(Clock.systemUTC());
    }

    /** As remembered, else as read now. */
    MemberStanding of(UUID merchantId, UUID memberId, Supplier<MemberStanding> reading) {
        Instant now = clock.instant();
        Key key = new Key(merchantId, memberId);
        Warm known = warm.get(key);
        if (known != null && known.lease.holds(now)) {
            return known.standing;
        }
        MemberStanding standing = reading.get();
        if (warm.size() >= MOST) {
            warm.clear();
        }
        warm.put(key, new Warm(standing, Lease.of(now, REMEMBERED)));
        return standing;
    }

    /** When the change has ended, not before: until then others read what was there. */
    void moved(@Observes(during = TransactionPhase.AFTER_COMPLETION) StandingsMoved moved) {
        warm.keySet().removeIf(key -> key.merchantId.equals(moved.merchantId()));
    }

    private record Key(UUID merchantId, UUID memberId) {}

    private record Warm(MemberStanding standing, Lease lease) {}
}
