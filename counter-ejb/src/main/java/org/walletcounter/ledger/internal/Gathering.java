package org.walletcounter.ledger.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What waits for a writer, and how many writers are at work: tells when one more is worth it, and what it takes. Not
 * thread-safe.
 */
final class Gathering {

    private final LedgerSettings settings;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int journals;
    private int committing;

    Gathering(LedgerSettings settings) {
        this.settings = settings;
    }

    boolean hasRoom() {
        return queue.size() < settings.queue();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    void add(Waiting waiting) {
        queue.add(waiting);
        journals += waiting.journals();
    }

    /**
     * When no writer commits, one begins at once with what waits. While one commits, the next begins when a crowd waits: two
     * small batches cost nearly twice as much as one, and the processors spent on them are what payments wait for. Many debits
     * that came as one are many.
     */
    boolean hasWorkForOneMore() {
        return !queue.isEmpty() && (committing == 0 || journals >= settings.crowd());
    }

    /** A writer takes what came first, until its batch is full. */
    void begin(List<Waiting> batch) {
        int taken = 0;
        for (Waiting next; taken < settings.batch() && (next = queue.poll()) != null; ) {
            batch.add(next);
            taken += next.journals();
        }
        journals -= taken;
        committing++;
    }

    /** A writer has committed. */
    void end() {
        committing--;
    }

    /** Nobody will come any more: what still waits. */
    List<Waiting> leave() {
        List<Waiting> left = new ArrayList<>(queue);
        queue.clear();
        journals = 0;
        return left;
    }
}
