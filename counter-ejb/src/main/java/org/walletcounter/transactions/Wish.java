package org.walletcounter.transactions;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How a sale shall be priced (优惠选择). Promotions and the member's valid vouchers are used without being named: the best
 * legal combination is chosen. The customer may overrule it.
 *
 * @param vouchers those that were shown as codes, besides the member's own
 * @param without promotions and vouchers not to be used
 * @param with those to be used even if it costs more, as long as it is legal
 * @param points how many of the member's points shall pay; more than may be used means as many as may be used
 */
public record Wish(List<UUID> vouchers, Set<UUID> without, Set<UUID> with, long points) {

    /** The best price there is, without spending points. */
    public static final Wish BEST = new Wish(List.of(), Set.of(), Set.of(), 0);

    /** Keeps copies, in an order: the same wish is the same text, whichever node reads it. */
    public Wish {
        vouchers = List.copyOf(inOrder(vouchers));
        without = inOrder(without);
        with = inOrder(with);
    }

    private static Set<UUID> inOrder(Collection<UUID> ids) {
        return Collections.unmodifiableSet(new TreeSet<>(ids));
    }
}
