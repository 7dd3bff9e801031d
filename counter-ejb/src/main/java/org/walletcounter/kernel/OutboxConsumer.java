package org.walletcounter.kernel;

import java.util.List;
import java.util.UUID;

/**
 * Takes messages of one topic out of the outbox. One CDI bean per consumer, found by the container. Called in a
 * transaction of its own, by one thread at a time per aggregate. It may see a message again: its effect must be the same
 * once or twice. An exception keeps the message for later.
 */
public interface OutboxConsumer {

    /** The topic it listens to, as in "payment.succeeded". */
    String topic();

    /**
     * Whether many messages may be handed over in one transaction. That is many times cheaper, and right for a consumer that
     * only writes to the database; when one message fails, all are undone and handed over again one by one. Of a topic whose
     * messages go one by one, some go at a time, and then other topics have their turn.
     */
    default boolean takesManyAtOnce() {
        return false;
    }

    /** Does what must be done. */
    void accept(UUID aggregate, String json);

    /** Does what must be done for many, in their order; only asked of one that takes many at once. */
    default void acceptAll(List<Message> messages) {
        messages.forEach(message -> accept(message.aggregate(), message.json()));
    }

    /** A message. */
    record Message(UUID aggregate, String json) {}
}
