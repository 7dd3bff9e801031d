package org.walletcounter.promotions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer brings: vouchers and points. The modules that own them say what may be used.
 *
 * @param points null when there are none to spend
 */
public record Holdings(
        List<VoucherOffer> vouchers, @Nullable PointsOffer points) {

    /** Empty hands. */
    public static final Holdings NONE = new Holdings(List.of(), null);

    /** Keeps a copy. */
    public Holdings {
        vouchers = List.copyOf(vouchers);
    }

    /** The same without some vouchers. */
    public Holdings without(UUID holdingId) {
        return without(Set.of(holdingId));
    }

    /** The same without several. */
    public Holdings without(Set<UUID> holdingIds) {
        return new Holdings(
                vouchers.stream()
                        .filter(each -> !holdingIds.contains(each.holdingId()))
                        .toList(),
                points);
    }
}
