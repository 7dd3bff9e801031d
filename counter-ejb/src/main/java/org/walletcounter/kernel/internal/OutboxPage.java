package org.walletcounter.kernel.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.internal.OutboxDelivery.Topics;
import org.walletcounter.kernel.internal.OutboxDelivery.Waiting;

/**
 * Some messages, sorted by what is to be done with them now. Messages of one aggregate are delivered in order: behind one that
 * must wait, or that is delivered alone, the others of its aggregate wait for the next walk.
 */
final class OutboxPage {

    private final List<Waiting> unheard = new ArrayList<>();
    private final List<Waiting> together = new ArrayList<>();
    private final List<Waiting> alone = new ArrayList<>();

    /**
     * Sorts them.
     *
     * @param held the aggregates whose messages wait for the next walk; those found here are added
     */
    OutboxPage(List<Waiting> messages, Topics topics, Set<UUID> held) {
        for (Waiting message : messages) {
            if (!topics.heard().contains(message.topic())) {
                unheard.add(message);
            } else if (!message.due() || held.contains(message.aggregate())) {
                held.add(message.aggregate());
            } else if (topics.oneByOne().contains(message.topic())) {
                alone.add(message);
                held.add(message.aggregate());
            } else {
                together.add(message);
            }
        }
    }

    /** Nobody listens. */
    List<Waiting> unheard() {
        return unheard;
    }

    /** May be handed over in one transaction. */
    List<Waiting> together() {
        return together;
    }

    /** Each wants a transaction of its own. */
    List<Waiting> alone() {
        return alone;
    }
}
