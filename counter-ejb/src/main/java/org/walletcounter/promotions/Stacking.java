package org.walletcounter.promotions;

import java.util.Set;

/**
 * What goes together (叠加规则).
 *
 * @param group a name; empty for none. Members of a group count each other
 * @param atMost how many of its group, itself counted, may be applied to one order together; the strictest member decides
 * @param perCategory how many of its group may reduce goods of one category; the strictest member decides
 * @param excludes groups that it does not go together with; "*" goes with nothing at all
 * @param priority lower is applied earlier within its step
 * @param base whether it is reckoned from the initial or the already discounted price
 */
public record Stacking(String group, int atMost, int perCategory, Set<String> excludes, int priority, Base base) {

    /** No limit. */
    public static final int ANY = 1_000;

    /** Goes with nothing at all. */
    public static final String EVERYTHING = "*";

    /** Goes with everything, from the discounted price. */
    public static final Stacking FREE = new Stacking("", ANY, ANY, Set.of(), 0, Base.DISCOUNTED);

    /** Refuses limits that allow nothing. */
    public Stacking {
        excludes = Set.copyOf(excludes);
        Sound.count("atMost", atMost, 1, ANY);
        Sound.count("perCategory", perCategory, 1, ANY);
        Sound.count("priority", priority, -1_000, 1_000);
    }

    /** One of its group and no more, from the discounted price. */
    public static Stacking oneOf(String group) {
        return new Stacking(group, 1, ANY, Set.of(), 0, Base.DISCOUNTED);
    }

    /** The same, reckoned from another base. */
    public Stacking from(Base other) {
        return new Stacking(group, atMost, perCategory, excludes, priority, other);
    }

    /** The same with another priority. */
    public Stacking at(int other) {
        return new Stacking(group, atMost, perCategory, excludes, other, base);
    }

    /** From which price something is reckoned. */
    public enum Base {
        /** The price before any promotion, after price lists. */
        INITIAL,
        /** What the promotions and vouchers applied before have left. */
        DISCOUNTED
    }
}
