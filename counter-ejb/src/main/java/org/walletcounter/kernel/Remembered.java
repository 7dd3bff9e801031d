package org.walletcounter.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers remembered on one node: what each payment asks again and hardly ever changes. An answer holds until its subject
 * has changed anywhere, and no longer than its lifetime. Bounded: when it is full, it forgets everything. Thread-safe.
 */
public interface Remembered<K, V> {

    /** Remembers until the figure of the changes ({@link Changes}) is another one. */
    static <K, V> Remembered<K, V> until(Clock clock, Duration lifetime, LongSupplier changes) {
        return new RememberedAnswers<>(clock, lifetime, changes);
    }

    /** The remembered answer, or a fresh one. What is not there (null) is not remembered. */
    @Nullable
    V get(K key, Function<K, @Nullable V> source);

    /** Forgets everything, as after a change on this node. */
    void forgetAll();
}
