package org.walletcounter.reporting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the roll-ups are.
 *
 * @param waiting payments, refunds, journals and prices that are not rolled up yet: those of the last ten seconds, unless
 *     sums are being made again
 * @param sums how many sums there are, as the database estimates
 * @param rebuiltFrom when the last making again began, or null if there was none
 * @param rebuiltUntil when it ended, or null while it runs
 * @param records how many payments, refunds and journals it added up, or null while it runs
 */
public record RollUpsView(
        long waiting,
        long sums,
        @Nullable Instant rebuiltFrom,
        @Nullable Instant rebuiltUntil,
        @Nullable Long records,
        boolean rebuildingFailed) {}
