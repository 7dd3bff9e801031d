package org.walletcounter.web.api.members;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.members.MemberError;

/**
 * Slows down whoever tries many phones from one place. The limits that protect a phone are the domain's and are kept in
 * the database; this one only keeps the crowd from the door.
 */
@ApplicationScoped
public class SignInThrottle {

    private static final int PER_MINUTE = 30;
    private static final long MINUTE = 60;

    @Inject
    Clock clock;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    /** Counts a request from an address; refuses when there were too many in this minute. */
    void pass(String address) {
        long now = clock.instant().getEpochSecond() / MINUTE;
        if (now != minute) {
            counts.clear();
            minute = now;
        }
        if (counts.computeIfAbsent(address, first -> new AtomicInteger()).incrementAndGet() > PER_MINUTE) {
            throw new CounterException(MemberError.TOO_MANY_ATTEMPTS);
        }
    }
}
