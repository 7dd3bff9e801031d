package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.UUID;

/**
 * Unique codes made at once.
 *
 * @param label who they are for, as in "Cinema partner, May"
 * @param unclaimed how many nobody has brought in yet
 */
public record CodeBatch(
        UUID id, UUID campaignId, String label, int size, long unclaimed, String madeBy, Instant madeAt) {}
