package org.walletcounter.loyalty.internal.segments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.loyalty.SegmentSnapshot;

/** The steps of making a snapshot, each a transaction of its own, so that its progress is seen. */
public interface SnapshotSteps {

    /** A snapshot in hand. */
    record Work(UUID id, UUID merchantId, String conditions) {}

    /** Takes one that waits. */
    Optional<Work> take();

    /** Asks who belongs to it. */
    List<UUID> select(Work work);

    /** Writes some of them down. */
    void write(Work work, List<UUID> members);

    /** Ends it. */
    void end(Work work, SegmentSnapshot.State state);
}
