package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;

/** The door to segments (客群). Refuses with {@link LoyaltyError}. Thread-safe. */
public interface Segments {

    /** The merchant's segments, by code. */
    List<Segment> all(Actor actor);

    /** One of them. */
    Segment segment(Actor actor, UUID id);

    /**
     * Makes a segment or changes it.
     *
     * @throws CounterException {@link LoyaltyError#CONDITION_INVALID} with the condition at fault
     */
    Segment save(Actor actor, Segment segment);

    /** How many members these conditions hold for now. Changes nothing. */
    Segment.Size preview(Actor actor, List<List<Segment.Condition>> conditions);

    /** Asks for a new snapshot, which is made in the background. */
    SegmentSnapshot refresh(Actor actor, UUID segmentId);

    /** A segment's snapshots, newest first. */
    List<SegmentSnapshot> snapshots(Actor actor, UUID segmentId);

    /** The members of a snapshot, by id. */
    Page<UUID> members(Actor actor, UUID snapshotId, @Nullable String after, int limit);

    /** The codes of the segments that a member is in by their newest snapshots: for promotions and vouchers. */
    List<String> codesOf(UUID merchantId, UUID memberId);
}
