package org.walletcounter.loyalty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands (会员等级).
 *
 * @param tier null for none
 * @param measure what is measured, or null where there are no tiers
 * @param measured the measure now
 * @param keptUntil until when the tier is kept whatever the measure
 * @param fallsAt when they fall unless they buy again, or null
 * @param next the next tier up, or null at the top
 * @param missing how much of the measure is missing to it
 */
public record MemberTier(
        UUID memberId,
        TierScheme.@Nullable Tier tier,
        @Nullable Instant since,
        @Nullable Instant keptUntil,
        @Nullable Instant fallsAt,
        TierScheme.@Nullable Measure measure,
        long measured,
        TierScheme.@Nullable Tier next,
        long missing) {}
