package org.walletcounter.promotions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who buys, as far as promotions may know it. The caller asks the modules that own these facts.
 *
 * @param memberId null for somebody unknown
 * @param tier the code of the tier, or null
 * @param segments codes of the segments the member is in
 * @param birthday null if unknown
 * @param firstPurchase whether this is the member's first
 * @param memberSince when they became one, or null
 */
public record Shopper(
        @Nullable UUID memberId,
        @Nullable String tier,
        Set<String> segments,
        @Nullable LocalDate birthday,
        boolean firstPurchase,
        @Nullable Instant memberSince) {

    /** Somebody nobody knows. */
    public static final Shopper UNKNOWN = new Shopper(null, null, Set.of(), null, false, null);

    /** Keeps a copy. */
    public Shopper {
        segments = Set.copyOf(segments);
    }
}
