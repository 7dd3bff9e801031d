package org.walletcounter.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers remembered on one node: what each payment asks again and hardly ever changes. An answer holds until its subject
 * has changed anywhere, and no longer than its lifetime. Bounded: when it is full, it forgets everything. Thread-safe.
 */
public final class Remembered<K, V> {

    private static final int MOST = 10_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration lifetime;
    private final LongSupplier changes;

    /** Remembers until the figure of the changes is another one. */
    public Remembered(Clock clock, Duration lifetime, LongSupplier changes) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.changes = changes;
    }

    /** The remembered answer, or a fresh one. What is not there (null) is not remembered. */
    public @Nullable V get(K key, Function<K, @Nullable V> source) {
        Instant now = clock.instant();
        long changed = changes.getAsLong();
        Entry<V> known = entries.get(key);
        if (known != null && known.changed() == changed && known.until().isAfter(now)) {
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
        entries.put(key, new Entry<>(fresh, now.plus(lifetime), changed));
        return fresh;
    }

    /** Forgets everything, as after a change on this node. */
    public void forgetAll() {
        entries.clear();
    }

    private record Entry<V>(V value, Instant until, long changed) {}
}
