package org.walletcounter.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A basket set aside at a till, to go on with later (挂单).
 *
 * @param label what the cashier will know it by
 */
public record ParkedSale(
        UUID id, UUID storeId, String label, String cashier, Instant parkedAt, List<BasketLine> lines, long total) {}
