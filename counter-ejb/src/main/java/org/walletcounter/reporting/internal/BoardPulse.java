package org.walletcounter.reporting.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.walletcounter.transactions.PaymentSettled;

/**
 * Counts what has moved on this node, per merchant. Told after the commit, on the thread that took the payment: it only
 * adds one.
 */
@ApplicationScoped
class BoardPulse {

    private final Map<UUID, LongAdder> beats = new ConcurrentHashMap<>();

    void settled(@Observes PaymentSettled event) {
        beats.computeIfAbsent(event.merchantId(), merchant -> new LongAdder()).increment();
    }

    /** A number that differs whenever something has moved since. */
    long of(UUID merchantId) {
        LongAdder count = beats.get(merchantId);
        return count == null ? 0 : count.sum();
    }
}
