package org.walletcounter.loyalty.internal.segments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.internal.LoyaltyLog;

/** Makes the snapshots that wait, one after the other, in pieces. */
final class MakingSnapshots {

    private static final int PIECE = 5000;

    private final SnapshotSteps steps;

    MakingSnapshots(SnapshotSteps steps) {
        this.steps = steps;
    }

    /** Gives how many it made. */
    int all() {
        int made = 0;
        for (Optional<SnapshotSteps.Work> work = steps.take(); work.isPresent(); work = steps.take()) {
            make(work.get());
            made++;
        }
        return made;
    }

    private void make(SnapshotSteps.Work work) {
        try {
            List<UUID> members = steps.select(work);
            for (int from = 0; from < members.size(); from += PIECE) {
                steps.write(work, members.subList(from, Math.min(members.size(), from + PIECE)));
            }
            steps.end(work, SegmentSnapshot.State.DONE);
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("segment snapshot " + work.id(), failure);
            steps.end(work, SegmentSnapshot.State.FAILED);
        }
    }
}
