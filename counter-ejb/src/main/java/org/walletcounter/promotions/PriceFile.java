package org.walletcounter.promotions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * A file of prices as it was read (价格文件). It counts only when there are no faults.
 *
 * @param rows the prices, in the order of the file; those of faulty lines are missing
 * @param faults what stands in the way, by line
 */
public record PriceFile(List<Row> rows, List<Fault> faults) {

    /** Keeps copies. */
    public PriceFile {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** What becomes of the prices that a list has already. */
    public enum Way {
        /** The file's prices are added or take the place of those of the same product; the others stay. */
        MERGE,
        /** The list has the file's prices afterwards, and no others. */
        REPLACE
    }

    /** What a line does. */
    public enum Effect {
        /** The product had no price in the list. */
        NEW,
        /** It had another price. */
        CHANGED,
        /** It had this price. */
        SAME
    }

    /**
     * A price.
     *
     * @param line of the file, from 1
     * @param amount of one piece in minor units
     * @param before its price in the list up to now, or null
     * @param catalogue its price in the catalogue
     */
    public record Row(
            int line, String sku, long amount, @Nullable Long before, long catalogue) {

        /** What it does. */
        public Effect effect() {
            if (before == null) {
                return Effect.NEW;
            }
            return before == amount ? Effect.SAME : Effect.CHANGED;
        }
    }

    /** A line that cannot be used, and what to do about it. */
    public record Fault(int line, CounterException why) {}

    /** How many lines do this. */
    public long count(Effect effect) {
        return rows.stream().filter(row -> row.effect() == effect).count();
    }

    /** The prices of a list that has these already, once the file counts. */
    public Map<String, Long> amounts(Way way, Map<String, Long> before) {
        Map<String, Long> amounts = new TreeMap<>();
        if (way == Way.MERGE) {
            amounts.putAll(before);
        }
        rows.forEach(row -> amounts.put(row.sku(), row.amount()));
        return amounts;
    }
}
