package org.walletcounter.promotions;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * What is to be priced, with all that a promotion may ask about it.
 *
 * @param reference the sale's own number; the draw of a random reduction hangs on it, so that asking again draws nothing new
 * @param currency of all amounts
 * @param lines in the order of the till; numbered uniquely
 * @param place where and how it is sold
 * @param rules how tax and rounding are done
 */
public record Basket(String reference, String currency, List<Line> lines, Place place, PriceRules rules) {

    /** The most lines that are priced. */
    public static final int MOST_LINES = 500;

    /** Refuses an empty basket. */
    public Basket {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw CounterException.at("lines", PromotionError.LINE_COUNT, MOST_LINES);
        }
    }

    /** The same basket with other lines. */
    public Basket with(List<Line> others) {
        return new Basket(reference, currency, others, place, rules);
    }

    /**
     * Where and how it is sold.
     *
     * @param channel "till", "phone", "web" or the integrator's own word
     * @param orderKind "retail", "table", "room", "booking" or the merchant's own word
     * @param tenders the kinds of tender the customer is going to pay with, as far as known
     * @param outOfStock products that cannot be given as a gift now
     */
    public record Place(
            @Nullable UUID storeId,
            @Nullable UUID tillId,
            String channel,
            String orderKind,
            Set<String> tenders,
            Set<String> outOfStock) {

        /** A till somewhere, nothing else known. */
        public static final Place TILL = new Place(null, null, "till", "retail", Set.of(), Set.of());

        /** Keeps copies. */
        public Place {
            tenders = Set.copyOf(tenders);
            outOfStock = Set.copyOf(outOfStock);
        }
    }

    /**
     * How tax and rounding are done.
     *
     * @param taxIncluded whether prices contain the tax, or it is added
     * @param roundTo the payable is rounded down to whole multiples of this many minor units (抹零), however it is paid; 1 for
     *     none, and no setting asks for another yet. Cash is rounded with its tender, by transactions' CashRounding
     * @param halfUp whether it is rounded to the nearest instead of down
     */
    public record PriceRules(boolean taxIncluded, long roundTo, boolean halfUp) {

        /** Prices contain the tax; nothing is rounded. */
        public static final PriceRules PLAIN = new PriceRules(true, 1, false);

        /** Refuses rounding to nothing. */
        public PriceRules {
            Sound.count("roundTo", roundTo, 1, 1_000_000);
        }
    }

    /**
     * One line.
     *
     * @param line its number, unique in the basket
     * @param sku empty for an open line
     * @param brand empty if there is none
     * @param unitAmount the list price of one piece in minor units, zero or more
     * @param taxBasisPoints the rate of tax: 2000 is 20 %
     * @param daysLeft days until it must be sold, or null when it does not spoil
     * @param unitCost what one piece costs the merchant, if known: for the margin guard
     */
    public record Line(
            int line,
            String sku,
            String category,
            String brand,
            Set<String> tags,
            int quantity,
            long unitAmount,
            int taxBasisPoints,
            @Nullable Integer daysLeft,
            @Nullable Long unitCost) {

        private static final int MOST_PIECES = 100_000;

        /** Refuses a line that cannot be sold. */
        public Line {
            tags = Set.copyOf(tags);
            Sound.count("quantity", quantity, 1, MOST_PIECES);
            Sound.notNegative("unitAmount", unitAmount);
            Sound.count("taxBasisPoints", taxBasisPoints, 0, 100_000);
            if (unitCost != null) {
                Sound.notNegative("unitCost", unitCost);
            }
            if (unitAmount > Sound.MOST_MINOR / quantity) {
                throw CounterException.at("unitAmount", PromotionError.AMOUNT_INVALID);
            }
        }

        /** Whether so many pieces at this price can be a line: what was sold without being priced here may not. */
        public static boolean takes(int quantity, long unitAmount) {
            return quantity >= 1
                    && quantity <= MOST_PIECES
                    && unitAmount >= 0
                    && unitAmount <= Sound.MOST_MINOR / quantity;
        }

        /** A line of a product, nothing else known. */
        public static Line of(int line, String sku, String category, int quantity, long unitAmount) {
            return new Line(line, sku, category, "", Set.of(), quantity, unitAmount, 0, null, null);
        }

        /** The same goods, another quantity. */
        public Line times(int pieces) {
            return new Line(line, sku, category, brand, tags, pieces, unitAmount, taxBasisPoints, daysLeft, unitCost);
        }

        /** The same, of a brand and with tags. */
        public Line labelled(String itsBrand, Collection<String> itsTags) {
            return new Line(
                    line,
                    sku,
                    category,
                    itsBrand,
                    Set.copyOf(itsTags),
                    quantity,
                    unitAmount,
                    taxBasisPoints,
                    daysLeft,
                    unitCost);
        }

        /** The same, with a rate of tax. */
        public Line taxed(int basisPoints) {
            return new Line(line, sku, category, brand, tags, quantity, unitAmount, basisPoints, daysLeft, unitCost);
        }

        /** The same, where so many days remain until it must be sold. */
        public Line spoiling(@Nullable Integer days) {
            return new Line(line, sku, category, brand, tags, quantity, unitAmount, taxBasisPoints, days, unitCost);
        }

        /** The same, but for what it costs the merchant. */
        public Line withoutCost() {
            return costing(null);
        }

        /** The same, where one piece costs the merchant so much. */
        public Line costing(@Nullable Long cost) {
            return new Line(line, sku, category, brand, tags, quantity, unitAmount, taxBasisPoints, daysLeft, cost);
        }

        /** Quantity times unit amount, in minor units. */
        public long amount() {
            return unitAmount * quantity;
        }
    }
}
