package org.walletcounter.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param linesRead lines of the file that have been dealt with
 * @param linesTotal lines of the file, without its heading
 * @param linesListed lines that were not booked and are listed with the reason
 * @param problem why it failed: a stable code ("server-stopped", "ended-untold"), or what the failure said of itself; or null
 */
public record ImportView(
        UUID id,
        String file,
        State state,
        long linesRead,
        long linesTotal,
        long linesListed,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String problem) {

    /** The states of an import. */
    public enum State {
        /** At work. */
        RUNNING,
        /** Stopped by somebody; goes on where it was. */
        PAUSED,
        /** Broken off by an error or a crash; goes on where it was. */
        FAILED,
        /** Done. */
        COMPLETED
    }
}
