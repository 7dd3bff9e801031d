package org.walletcounter.promotions.internal.campaigns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.promotions.MarginGuard;

/** The margins a merchant keeps, in basis points of what the customer pays; -1 for none. */
final class MarginRules {

    private static final long NONE = -1;

    /** The least margin that reductions may leave on a line whose cost is known. */
    static final Parameter LINE =
            new Parameter("promotions.margin.line", "basis-points", NONE, MarginGuard.HIGHEST, NONE);

    /** The least margin that reductions may leave on all lines of a sale whose cost is known. */
    static final Parameter SALE =
            new Parameter("promotions.margin.sale", "basis-points", NONE, MarginGuard.HIGHEST, NONE);

    private MarginRules() {}

    static MarginGuard guard(Parameters parameters, UUID merchantId) {
        return new MarginGuard(limit(parameters.value(LINE, merchantId)), limit(parameters.value(SALE, merchantId)));
    }

    private static @Nullable Integer limit(long value) {
        return value == NONE ? null : Integer.valueOf(Math.toIntExact(value));
    }
}
