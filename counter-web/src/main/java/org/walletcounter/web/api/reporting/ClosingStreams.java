package org.walletcounter.web.api.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Closes streams, each on a thread of its own, for closing waits for a screen that does not read: on threads that others share,
 * a few such screens would hold up whatever comes after them, and the beat that ends their waiting too. Not thread-safe.
 */
final class ClosingStreams {

    private final ThreadFactory threads;
    private final List<Thread> begun = new ArrayList<>();

    ClosingStreams(ThreadFactory threads) {
        this.threads = threads;
    }

    void begin(Runnable closing) {
        Thread closer = threads.newThread(closing);
        begun.add(closer);
        closer.start();
    }

    /** What has been begun and has not ended yet waits no longer. */
    void interruptTheLate() {
        begun.removeIf(closer -> !closer.isAlive());
        begun.forEach(Thread::interrupt);
    }
}
