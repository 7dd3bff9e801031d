package org.walletcounter.transactions.internal.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.walletcounter.kernel.Proportion;

/**
 * What is left of a purchase after refunds, shared out over the categories of its goods. The parts sum to the whole, and none
 * is below zero.
 *
 * @param kept whether nothing of it came back
 * @param parts by category; an empty category for what no line explains
 */
record Purchase(UUID id, LocalDate day, long net, boolean kept, SortedMap<String, Long> parts) {

    /** What no line explains. */
    static final String OTHER = "";

    Purchase {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * A purchase with its lines, less the lines that came back. Where less is left than its lines say, because an amount was
     * given back and not goods, each category bears its part of it.
     */
    static Purchase of(UUID id, LocalDate day, long net, boolean kept, Map<String, Long> lines) {
        return new Purchase(id, day, net, kept, shared(net, lines));
    }

    private static SortedMap<String, Long> shared(long net, Map<String, Long> lines) {
        SortedMap<String, Long> parts = new TreeMap<>(lines);
        parts.values().removeIf(amount -> amount <= 0);
        long sum = parts.values().stream().reduce(0L, Math::addExact);
        if (sum < net) {
            parts.merge(OTHER, net - sum, Math::addExact);
        } else if (sum > net) {
            scale(parts, net, sum);
        }
        return parts;
    }

    /** The n-th part ends where its share of the whole ends, rounded down: so rounding is lost nowhere. */
    private static void scale(SortedMap<String, Long> parts, long net, long sum) {
        long before = 0;
        long given = 0;
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            before += part.getValue();
            long until = new Proportion(before, sum).of(net);
            part.setValue(until - given);
            given = until;
        }
    }

    YearMonth month() {
        return YearMonth.from(day);
    }

    /** Whether the member has something of it, or paid for all of it with vouchers and points. */
    boolean counts() {
        return net > 0 || kept;
    }
}
