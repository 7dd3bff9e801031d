package org.walletcounter.loyalty;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pricing may know of a member's tier and segments.
 *
 * @param tier the code of the tier, or null for none
 * @param segments the codes of the segments the member is in by their newest snapshots
 */
public record MemberStanding(@Nullable String tier, Set<String> segments) {

    /** Keeps a copy. */
    public MemberStanding {
        segments = Set.copyOf(segments);
    }
}
