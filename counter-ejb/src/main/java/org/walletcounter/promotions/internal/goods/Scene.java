package org.walletcounter.promotions.internal.goods;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Shopper;

/**
 * What does not change while a basket is priced. Lines stand in the order of their numbers, whatever order they came in, and
 * are spoken of by their index.
 */
public final class Scene {

    private final Basket basket;
    private final Shopper shopper;
    private final ZonedDateTime moment;
    private final List<Basket.Line> lines;
    private final long[] initial;

    private Scene(QuoteRequest request, List<Basket.Line> lines, long[] initial) {
        this(request.basket(), request.shopper(), request.moment(), lines, initial);
    }

    private Scene(Basket basket, Shopper shopper, ZonedDateTime moment, List<Basket.Line> lines, long[] initial) {
        this.basket = basket;
        this.shopper = shopper;
        this.moment = moment;
        this.lines = lines;
        this.initial = initial;
    }

    /** The scene of a request, at catalogue prices. */
    public static Scene of(QuoteRequest request) {
        List<Basket.Line> lines = request.basket().lines().stream()
                .sorted(Comparator.comparingInt(Basket.Line::line))
                .toList();
        long[] amounts = lines.stream().mapToLong(Basket.Line::amount).toArray();
        return new Scene(request, lines, amounts);
    }

    /** The same with other initial amounts. */
    public Scene with(long[] amounts) {
        return new Scene(basket, shopper, moment, lines, amounts);
    }

    /** The basket as it came in. */
    public Basket basket() {
        return basket;
    }

    /** Who buys. */
    public Shopper shopper() {
        return shopper;
    }

    /** When, in the merchant's zone. */
    public ZonedDateTime moment() {
        return moment;
    }

    /** The lines in the order of their numbers. */
    public List<Basket.Line> lines() {
        return lines;
    }

    /** What a line costs after price lists. */
    public long initial(int line) {
        return initial[line];
    }

    /** What each line costs after price lists; a copy. */
    public long[] amounts() {
        return initial.clone();
    }

    /** What all lines cost after price lists. */
    public long total() {
        return LongStream.of(initial).sum();
    }

    /** How many lines there are. */
    public int size() {
        return lines.size();
    }

    /** The lines that a selection covers, by index. */
    public int[] covered(Selection selection) {
        return IntStream.range(0, lines.size())
                .filter(index -> selection.covers(lines.get(index)))
                .toArray();
    }

    /** How many pieces these lines have. */
    public int pieces(int[] indexes) {
        int sum = 0;
        for (int index : indexes) {
            sum += lines.get(index).quantity();
        }
        return sum;
    }

    /** What these lines cost before any promotion. */
    public long initial(int[] indexes) {
        long sum = 0;
        for (int index : indexes) {
            sum += initial[index];
        }
        return sum;
    }
}
