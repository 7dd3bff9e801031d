package org.walletcounter.promotions;

import java.time.Instant;
import java.util.UUID;

/**
 * A price list as it stands.
 *
 * @param version counts the changes
 * @param ended whether it was ended by hand; it counts no more
 * @param author who changed it last
 */
public record PriceListView(
        UUID id, int version, PriceListDraft content, boolean ended, String author, Instant changedAt) {}
