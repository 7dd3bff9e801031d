package org.walletcounter.web.api.transactions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.transactions.Wish;
import org.walletcounter.web.api.JsonBody;

/** Reads how a sale shall be priced. */
final class Wishes {

    private Wishes() {}

    /** The wish of a body, or the best price without points where it says nothing. */
    static Wish read(JsonBody body) {
        Wish wish = optional(body);
        return wish == null ? Wish.BEST : wish;
    }

    /** The wish of a body, or null. */
    static @Nullable Wish optional(JsonBody body) {
        if (!body.has("pricing")) {
            return null;
        }
        JsonBody pricing = body.child("pricing");
        Long points = pricing.optionalNumber("points");
        if (points != null && points < 0) {
            throw pricing.invalid("points");
        }
        return new Wish(
                List.copyOf(pricing.ids("vouchers")),
                pricing.ids("without"),
                pricing.ids("with"),
                points == null ? 0 : points);
    }
}
