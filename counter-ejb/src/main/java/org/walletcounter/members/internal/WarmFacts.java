package org.walletcounter.members.internal;

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
import org.walletcounter.members.MemberChanged;
import org.walletcounter.members.MemberFacts;

/**
 * What pricing needs of members, remembered on this node for a minute at most: that is how long another node may go on
 * with what was changed here. Thread-safe.
 */
@ApplicationScoped
class WarmFacts {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final Map<UUID, Warm> warm = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    WarmFacts(Clock clock) {
        this.clock = clock;
    }

    /** For the container's proxies. */
    WarmFacts() {
        this(Clock.systemUTC());
    }

    /** The facts as remembered, else as read now. */
    MemberFacts of(UUID memberId, Supplier<MemberFacts> reading) {
        Instant now = clock.instant();
        Warm known = warm.get(memberId);
        if (known != null && known.lease.holds(now)) {
            return known.facts;
        }
        MemberFacts facts = reading.get();
        if (warm.size() >= MOST) {
            warm.clear();
        }
        warm.put(memberId, new Warm(facts, Lease.of(now, REMEMBERED)));
        return facts;
    }

    void forget(UUID memberId) {
        warm.remove(memberId);
    }

    /** Once more when the change has ended: somebody may have read what was there before, or what was undone. */
    void ended(@Observes(during = TransactionPhase.AFTER_COMPLETION) MemberChanged changed) {
        forget(changed.memberId());
    }

    private record Warm(MemberFacts facts, Lease lease) {}
}
