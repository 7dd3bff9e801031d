package org.walletcounter.vouchers.internal.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Lease;
import org.walletcounter.vouchers.VoucherError;

/**
 * Remembers on this node which campaigns have nothing left, so that a crowd that comes too late costs the database nothing.
 * Only a shortcut: whether there is one left is decided by the ledger. Each second one of the crowd is let through to look
 * again, because more may have been put in. Thread-safe.
 */
@ApplicationScoped
public class GoneMemory {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Clock clock;
    private final ConcurrentMap<UUID, Gone> gone = new ConcurrentHashMap<>();

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected GoneMemory() {
        this.clock = null;
    }

    @Inject
    public GoneMemory(Clock clock) {
        this.clock = clock;
    }

    private record Gone(VoucherError how, Lease lease) {}

    /** Refuses if there was none left a moment ago, but for the one that looks again. */
    public void turnAway(UUID campaign) {
        Gone known = gone.get(campaign);
        if (known == null) {
            return;
        }
        Instant now = clock.instant();
        boolean looks = !known.lease().holds(now)
                && gone.replace(campaign, known, new Gone(known.how(), Lease.of(now, LOOK_AGAIN)));
        if (!looks) {
            throw new CounterException(known.how());
        }
    }

    /** Notes that there is none left; says whether that is news. */
    public boolean note(UUID campaign, VoucherError how) {
        return gone.put(campaign, new Gone(how, Lease.of(clock.instant(), LOOK_AGAIN))) == null;
    }

    /** There are some again. */
    public void forget(UUID campaign) {
        gone.remove(campaign);
    }
}
