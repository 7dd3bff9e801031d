package org.walletcounter.kernel;

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
     * only writes to the database; when one message fails, all are undone and handed over again one by one.
     */
    default boolean takesManyAtOnce() {
        return false;
    }

    /** Does what must be done. */
    void accept(UUID aggregate, String json);
}
