package org.walletcounter.loyalty.internal.tiers;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.internal.LoyaltyLog;

/** Work that is done for one merchant after the other: where it fails for one, it is done for the others all the same. */
final class EachMerchant {

    private EachMerchant() {}

    /** Tells the operator once a round of what failed, however many it failed for. */
    static void run(List<UUID> merchants, Consumer<UUID> work) {
        int failed = 0;
        RuntimeException first = null;
        for (UUID merchant : merchants) {
            try {
                work.accept(merchant);
            } catch (RuntimeException failure) {
                first = first == null ? failure : first;
                failed++;
            }
        }
        tell(failed, merchants.size(), first);
    }

    private static void tell(int failed, int all, @Nullable RuntimeException first) {
        if (first != null) {
            LoyaltyLog.LOG.roundFailed("tiers of " + failed + " of " + all + " merchants", first);
        }
    }
}
