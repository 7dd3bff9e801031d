package org.walletcounter.merchants.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers remembered for a short while on one node: what each payment asks again and hardly ever changes. Bounded: when
 * it is full, it forgets everything. Thread-safe.
 */
final class Remembered<K, V> {

    private static final int MOST = 10_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration lifetime;

    Remembered(Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** The remembered answer, or a fresh one. What is not there (null) is not remembered. */
    @Nullable
    V get(K key, Function<K, @Nullable V> source) {
        Instant now = clock.instant();
        Entry<V> known = entries.get(key);
        if (known != null && known.until().isAfter(now)) {
            return known.value();
        }
        V fresh = source.apply(key);
        if (fresh == null) {
            entries.remove(key);
            return null;
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(key, new Entry<>(fresh, now.plus(lifetime)));
        return fresh;
    }

    void forgetAll() {
        entries.clear();
    }

    private record Entry<V>(V value, Instant until) {}
}
