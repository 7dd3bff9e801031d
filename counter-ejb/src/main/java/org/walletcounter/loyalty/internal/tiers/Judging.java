package org.walletcounter.loyalty.internal.tiers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.TierScheme;

/** Who rises, stays and falls. Pure: the same place, measure and moment give the same answer. */
final class Judging {

    private final TierScheme scheme;

    Judging(TierScheme scheme) {
        this.scheme = scheme;
    }

    /**
     * Where a member stands.
     *
     * @param rank from 1 up; zero for no tier
     * @param lostAt since when the measure has been too low for the tier, once it was no longer kept; null if it is not
     */
    record Place(
            int rank,
            Instant since,
            Instant keptUntil,
            @Nullable Instant lostAt) {

        static Place none(Instant now) {
            return new Place(0, now, now, null);
        }
    }

    /** The rank that a measure gives. */
    int rank(long measured) {
        List<TierScheme.Tier> tiers = scheme.tiers();
        int rank = 0;
        while (rank < tiers.size() && measured >= tiers.get(rank).threshold()) {
            rank++;
        }
        return rank;
    }

    Place judge(Place place, long measured, Instant now) {
        int deserved = rank(measured);
        if (deserved > place.rank()) {
            return entered(deserved, now);
        }
        if (deserved == place.rank()) {
            return new Place(place.rank(), place.since(), place.keptUntil(), null);
        }
        if (now.isBefore(place.keptUntil())) {
            return place;
        }
        Instant lostAt = Objects.requireNonNullElse(place.lostAt(), now);
        if (now.isBefore(lostAt.plus(Duration.ofDays(scheme.graceDays())))) {
            return new Place(place.rank(), place.since(), place.keptUntil(), lostAt);
        }
        return entered(scheme.downgrade() == TierScheme.Downgrade.ONE_DOWN ? place.rank() - 1 : deserved, now);
    }

    private Place entered(int rank, Instant now) {
        return new Place(rank, now, now.plus(Duration.ofDays(scheme.keepDays())), null);
    }
}
