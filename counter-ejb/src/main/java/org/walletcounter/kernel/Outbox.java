package org.walletcounter.kernel;

import java.util.UUID;

/**
 * The list of what must still happen because of something that has happened (发件箱). A row is written in the transaction
 * of the change; a worker delivers it afterwards to every consumer of its topic, at least once and in order per
 * aggregate, and repeats with growing pauses until it is taken.
 */
public interface Outbox {

    /** Puts a message in, inside the caller's transaction. The text is JSON. */
    void put(String topic, UUID aggregate, String json);
}
