package org.walletcounter.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** In a map of this node. */
final class RememberedAnswers<K, V> implements Remembered<K, V> {

    private static final int MOST = 10_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration lifetime;
    private final LongSupplier changes;

    RememberedAnswers(Clock clock, Duration lifetime, LongSupplier changes) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.changes = changes;
    }

    @Override
    public @Nullable V get(K key, Function<K, @Nullable V> source) {
        Instant now = clock.instant();
        long changed = changes.getAsLong();
        Entry<V> known = entries.get(key);
        if (known != null && known.changed() == changed && known.lease().holds(now)) {
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
        entries.put(key, new Entry<>(fresh, Lease.of(now, lifetime), changed));
        return fresh;
    }

    @Override
    public void forgetAll() {
        entries.clear();
    }

    private record Entry<V>(V value, Lease lease, long changed) {}
}
