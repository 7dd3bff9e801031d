package org.walletcounter.kernel.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.internal.OutboxDelivery.Topics;
import org.walletcounter.kernel.internal.OutboxDelivery.Waiting;

/**
 * The oldest messages, sorted by what is to be done with them now. Messages of one aggregate are delivered in order: behind
 * one that must wait, or that is delivered alone, the others of its aggregate wait for the next page.
 */
final class OutboxPage {

    private final List<Long> unheard = new ArrayList<>();
    private final List<Long> together = new ArrayList<>();
    private final List<Long> alone = new ArrayList<>();

    OutboxPage(List<Waiting> messages, Topics topics) {
        Set<UUID> held = new HashSet<>();
        for (Waiting message : messages) {
            if (!topics.heard().contains(message.topic())) {
                unheard.add(message.id());
            } else if (!message.due() || held.contains(message.aggregate())) {
                held.add(message.aggregate());
            } else if (topics.oneByOne().contains(message.topic())) {
                alone.add(message.id());
                held.add(message.aggregate());
            } else {
                together.add(message.id());
            }
        }
    }

    /** Nobody listens. */
    List<Long> unheard() {
        return unheard;
    }

    /** May be handed over in one transaction. */
    List<Long> together() {
        return together;
    }

    /** Each wants a transaction of its own. */
    List<Long> alone() {
        return alone;
    }
}
