package org.walletcounter.notices.internal;

/** Messages that have been kept for long enough. */
@FunctionalInterface
public interface OldMessages {

    /** Deletes some of them in a transaction of its own and says how many; none: there are no more. */
    int sweep();
}
