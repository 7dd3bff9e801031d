package org.walletcounter.kernel;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes and reads ids: UUIDs of version 7 (RFC 9562, section 5.7), whose first 48 bits are the time in milliseconds. Big
 * tables are partitioned by their id, so an id alone leads to its month. Safe for use by many threads.
 */
public interface Ids {

    /** A new id of this moment. */
    static UUID next(Clock clock) {
        return at(clock.instant());
    }

    /** A new id of a given moment. */
    static UUID at(Instant moment) {
        long random = Randomness.next();
        long high = (moment.toEpochMilli() << 16) | 0x7000L | (random & 0xFFFL);
        long low = (Randomness.next() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The lowest id that a moment can have: the bound for range queries and partitions. */
    static UUID floor(Instant moment) {
        return new UUID((moment.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** The moment at which an id was made, to the millisecond. */
    static Instant momentOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Where the random bits come from: in blocks for each thread, because all threads share the one lock of their source. */
    final class Randomness {
        private static final int BLOCK_BYTES = 512;
        private static final SecureRandom SOURCE = new SecureRandom();
        private static final ThreadLocal<LongBuffer> BLOCK = ThreadLocal.withInitial(() -> LongBuffer.allocate(0));

        private Randomness() {}

        private static long next() {
            if (!BLOCK.get().hasRemaining()) {
                byte[] bytes = new byte[BLOCK_BYTES];
                SOURCE.nextBytes(bytes);
                BLOCK.set(ByteBuffer.wrap(bytes).asLongBuffer());
            }
            return BLOCK.get().get();
        }
    }
}
