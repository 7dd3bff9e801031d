package org.walletcounter.promotions.internal.goods;

import java.util.Arrays;

/**
 * The free pieces of some lines, dearest first. A line's amount is spread over its pieces so evenly that they differ by one
 * unit at most; pieces of one line and price stand together as a run, so a thousand pieces cost no more than one. Pieces
 * leave from either end.
 */
public final class Pieces {

    /** Twice the lines of a basket fit in so many bits; prices are below 2^41. */
    private static final int INDEX_BITS = 12;

    private final int[] line;
    private final long[] price;
    private final int[] count;
    private final int runs;
    private int total;

    private Pieces(int most) {
        line = new int[most];
        price = new long[most];
        count = new int[most];
        runs = most;
    }

    /**
     * The free pieces of lines.
     *
     * @param amounts what each line costs, by index
     */
    public static Pieces of(Scene scene, int[] lines, Working working, long[] amounts) {
        long[] prices = new long[lines.length * 2];
        int[] counts = new int[prices.length];
        for (int i = 0; i < lines.length; i++) {
            int quantity = scene.lines().get(lines[i]).quantity();
            int dearer = (int) (amounts[lines[i]] % quantity);
            int free = working.free(lines[i]);
            prices[2 * i] = amounts[lines[i]] / quantity + 1;
            counts[2 * i] = Math.min(dearer, free);
            prices[2 * i + 1] = amounts[lines[i]] / quantity;
            counts[2 * i + 1] = free - counts[2 * i];
        }
        Pieces pieces = new Pieces(prices.length);
        int at = 0;
        for (int run : dearestFirst(prices)) {
            pieces.line[at] = lines[run / 2];
            pieces.price[at] = prices[run];
            pieces.count[at] = counts[run];
            pieces.total += counts[run];
            at++;
        }
        return pieces;
    }

    /** The runs by price, dearest first, among equals in their order; by one sort of numbers, for this is asked often. */
    private static int[] dearestFirst(long[] prices) {
        long[] keys = new long[prices.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = -prices[i] << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) (keys[i] & (1L << INDEX_BITS) - 1);
        }
        return order;
    }

    /** How many there are. */
    public int total() {
        return total;
    }

    /** How many runs there are; some may be empty. */
    public int runs() {
        return runs;
    }

    /** The line of a run. */
    public int line(int run) {
        return line[run];
    }

    /** The price of each piece of a run. */
    public long price(int run) {
        return price[run];
    }

    /** How many pieces a run has. */
    public int count(int run) {
        return count[run];
    }

    /** The price of the dearest piece, or zero. */
    public long dearest() {
        for (int run = 0; run < runs; run++) {
            if (count[run] > 0) {
                return price[run];
            }
        }
        return 0;
    }

    /** What the dearest pieces cost together, so many of them. */
    public long dearest(int pieces) {
        long sum = 0;
        int left = pieces;
        for (int run = 0; run < runs && left > 0; run++) {
            int taken = Math.min(left, count[run]);
            sum += taken * price[run];
            left -= taken;
        }
        return sum;
    }

    /** Takes pieces away and shows them run by run. */
    public void take(int pieces, boolean dearestFirst, Taker taker) {
        int left = pieces;
        for (int i = 0; i < runs && left > 0; i++) {
            int run = dearestFirst ? i : runs - 1 - i;
            int taken = Math.min(left, count[run]);
            if (taken > 0) {
                count[run] -= taken;
                total -= taken;
                left -= taken;
                taker.take(line[run], price[run], taken);
            }
        }
    }

    /** Sees the pieces that are taken away. */
    @FunctionalInterface
    public interface Taker {
        /** So many pieces of a line at a price each. */
        void take(int line, long price, int pieces);
    }
}
