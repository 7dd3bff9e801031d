package org.walletcounter.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was in a segment at a moment (客群快照). It is never changed, and keeps the conditions as they were.
 *
 * @param version the segment's version whose conditions were asked
 * @param members how many there are, once that is known
 * @param written how many of them are written down: the progress
 */
public record SegmentSnapshot(
        UUID id,
        UUID segmentId,
        int version,
        State state,
        Instant askedAt,
        @Nullable Instant doneAt,
        int members,
        int written) {

    /** Where it stands. */
    public enum State {
        /** It will be made within seconds. */
        WAITING,
        /** It is being made. */
        RUNNING,
        /** It is there. */
        DONE,
        /** It could not be made; the log says why. Ask again. */
        FAILED
    }
}
