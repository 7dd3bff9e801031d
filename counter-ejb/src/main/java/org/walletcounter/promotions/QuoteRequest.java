package org.walletcounter.promotions;

import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * A question for a price: all that the answer depends on, besides the promotions.
 *
 * @param wishes what the customer overrules
 * @param moment when, in the merchant's zone: it decides weekday and hour
 */
public record QuoteRequest(Basket basket, Shopper shopper, Holdings holdings, Wishes wishes, ZonedDateTime moment) {

    /** The same question of somebody who brings something else. */
    public QuoteRequest bringing(Holdings other) {
        return new QuoteRequest(basket, shopper, other, wishes, moment);
    }

    /**
     * What the customer overrules with a tap.
     *
     * @param without promotions (their ids) and vouchers (holding ids) not to be used
     * @param with those to be used even if it costs more, as long as it is legal
     */
    public record Wishes(Set<UUID> without, Set<UUID> with) {

        /** Choose for me. */
        public static final Wishes NONE = new Wishes(Set.of(), Set.of());

        /** Keeps copies. */
        public Wishes {
            without = Set.copyOf(without);
            with = Set.copyOf(with);
        }
    }
}
