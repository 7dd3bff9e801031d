package org.walletcounter.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a command at most once per key. The claim, the effect and the answer are one transaction: all are there or none.
 * Thread-safe.
 */
public interface Idempotency {

    /**
     * Runs the command unless its key was answered before. The command joins this transaction and gives the answer to
     * keep. A {@link CounterException} out of it undoes everything; the refusal is then kept in a transaction of its own
     * by {@link #keep}.
     *
     * @throws CounterException {@link KernelError#COMMAND_IN_FLIGHT} while the same key is still running,
     *     {@link KernelError#KEY_REUSED} when the key came with other content before
     */
    Answer once(CommandKey key, Supplier<Answer> command);

    /** Keeps an answer under a key unless there is one already; in a transaction of its own. */
    Answer keep(CommandKey key, Answer answer);

    /**
     * The answer given to a key before, if any.
     *
     * @throws CounterException {@link KernelError#KEY_REUSED} when the key came with other content before
     */
    Optional<Answer> recall(CommandKey key);
}
