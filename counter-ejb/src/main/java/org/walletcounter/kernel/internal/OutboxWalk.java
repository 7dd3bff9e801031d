package org.walletcounter.kernel.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.walletcounter.kernel.internal.OutboxDelivery.Topics;
import org.walletcounter.kernel.internal.OutboxDelivery.Waiting;

/**
 * One walk through all that waits in the outbox, from the oldest message to the newest, page by page: however many must wait,
 * those behind them are reached. A topic whose messages go one by one has two seconds of a walk, less when it fails; the rest
 * is left for the next walk. So a service that is slow or away (an SMS centre) keeps no other topic waiting for all that it has
 * to take, and one that is fast gets its wave out in few walks: each of them reads all that waits. Not thread-safe.
 */
final class OutboxWalk {

    private static final int MOST_FAILURES = 3;
    private static final long MOST_NANOS = Duration.ofSeconds(2).toNanos();

    private final OutboxDelivery delivery;
    private final Topics topics;
    private final int pageSize;
    private final LongSupplier nanos;
    private final Set<UUID> held = new HashSet<>();
    private final Set<UUID> left = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Long> spent = new HashMap<>();

    OutboxWalk(OutboxDelivery delivery, Topics topics, int pageSize) {
        this(delivery, topics, pageSize, System::nanoTime);
    }

    OutboxWalk(OutboxDelivery delivery, Topics topics, int pageSize, LongSupplier nanos) {
        this.delivery = delivery;
        this.topics = topics;
        this.pageSize = pageSize;
        this.nanos = nanos;
    }

    /** Does what can be done; answers whether anything could. */
    boolean go() throws Exception {
        boolean done = false;
        long last = 0;
        List<Waiting> messages = delivery.after(last, pageSize);
        while (!messages.isEmpty()) {
            done |= deliver(new OutboxPage(messages, topics, held));
            last = messages.get(messages.size() - 1).id();
            messages = messages.size() < pageSize ? List.of() : delivery.after(last, pageSize);
        }
        return done;
    }

    private boolean deliver(OutboxPage page) throws Exception {
        boolean done = !page.unheard().isEmpty();
        if (done) {
            delivery.drop(ids(page.unheard()));
        }
        if (!page.together().isEmpty()) {
            done |= deliverTogether(page.together());
        }
        for (Waiting message : page.alone()) {
            done |= hasTime(message.topic()) && deliverInTime(message);
        }
        return done;
    }

    private boolean hasTime(String topic) {
        return spent.getOrDefault(topic, 0L) < MOST_NANOS && failures.getOrDefault(topic, 0) < MOST_FAILURES;
    }

    private boolean deliverInTime(Waiting message) throws Exception {
        long began = nanos.getAsLong();
        boolean done = deliverAlone(message);
        spent.merge(message.topic(), nanos.getAsLong() - began, Long::sum);
        return done;
    }

    /** When one of them fails, all are undone; then each is tried alone, so that only the culprit and its followers wait. */
    private boolean deliverTogether(List<Waiting> messages) throws Exception {
        try {
            return take(messages);
        } catch (Exception oneRefused) {
            boolean done = false;
            for (Waiting message : messages) {
                done |= deliverAlone(message);
            }
            return done;
        }
    }

    /** Behind one of its aggregate that was left in this walk it waits too. */
    private boolean deliverAlone(Waiting message) throws Exception {
        if (left.contains(message.aggregate())) {
            return false;
        }
        try {
            return take(List.of(message));
        } catch (Exception refusal) {
            delivery.postpone(message.id(), refusal);
            leave(message.aggregate());
            failures.merge(message.topic(), 1, Integer::sum);
            return false;
        }
    }

    /** What is in another node's hands may come back from there, so nothing of its aggregate is taken past it. */
    private boolean take(List<Waiting> messages) throws Exception {
        Set<Long> taken = delivery.deliver(messages);
        messages.stream()
                .filter(message -> !taken.contains(message.id()))
                .forEach(message -> leave(message.aggregate()));
        return !taken.isEmpty();
    }

    private void leave(UUID aggregate) {
        left.add(aggregate);
        held.add(aggregate);
    }

    private static List<Long> ids(List<Waiting> messages) {
        return messages.stream().map(Waiting::id).toList();
    }
}
