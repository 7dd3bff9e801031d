package org.walletcounter.promotions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that is on offer (促销): applied without anyone asking when its condition holds.
 *
 * @param id the campaign's
 * @param version of the campaign's terms
 * @param until null if it has no end
 */
public record Promotion(
        UUID id,
        int version,
        Terms terms,
        Instant from,
        @Nullable Instant until) {}
