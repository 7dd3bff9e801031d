package org.walletcounter.kernel;

/**
 * How often something has changed, as this node knows: at most about a second behind the last commit on any node. Who keeps
 * in memory what the database says takes the figure down <em>before</em> asking the database, and believes what it kept for
 * as long as the figure is the same. The changes note themselves: the tables concerned have the trigger
 * {@code kernel.note_change}. Asking costs nothing. Thread-safe.
 */
@FunctionalInterface
public interface Changes {

    /** The figure of a subject; it never goes down. */
    long of(String subject);
}
