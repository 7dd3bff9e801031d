package org.walletcounter.imports.internal.file;

import java.util.Locale;

/** What can become of a line of the file. Every line ends in exactly one class; a class is booked or not, listed or not. */
public enum Treatment {
    /** Goods sold: a line of a sale. */
    SALE(true, false),
    /** Postage, carriage or work, sold beside the goods: a line of a sale. */
    SERVICE(true, false),
    /** Goods that went along with a sale at no price: a line of a sale with amount zero. */
    FREE_WITH_SALE(true, false),
    /** A line of a sale whose price has more decimals than the currency: booked at the rounded price. */
    PRICE_ROUNDED(true, true),
    /** Came back, all of it against sales of the same customer: a refund, or several. */
    RETURN(true, false),
    /** Came back, but only a part of it was sold to this customer before: the rest is a refund without a sale. */
    ORIGINAL_SALE_IN_PART(true, true),
    /** Came back, but no sale of it is in the file: a refund without a sale. */
    NO_ORIGINAL_SALE(true, true),
    /** Money given back without goods: a refund without a sale. */
    DISCOUNT(true, true),
    /** A count of the stock put right, no sale: not booked. */
    STOCK_ADJUSTMENT(false, true),
    /** An invoice that gave goods away and sold nothing: not booked, for nothing was paid. */
    FREE_GOODS(false, true),
    /** A line of a sale or return of less than half the smallest coin as a whole: not booked. */
    BELOW_A_PENNY(false, true),
    /** The merchant's own cost, kept among the sales: not booked. */
    MERCHANT_FEE(false, true),
    /** Samples taken, at cost: not booked. */
    SAMPLES(false, true),
    /** An entry of the accounts about money owed: not booked. */
    BAD_DEBT(false, true),
    /** A price below zero outside such entries: not booked. */
    NEGATIVE_PRICE(false, true),
    /** Priced goods with a quantity below zero that are no cancellation: not booked. */
    NEGATIVE_OUTSIDE_CANCELLATION(false, true),
    /** A quantity above zero in a cancellation: not booked. */
    POSITIVE_IN_CANCELLATION(false, true),
    /** A quantity of zero: not booked. */
    NO_QUANTITY(false, true),
    /** The invoice's number has been used for another sale: not booked. */
    NUMBER_TAKEN(false, true);

    private final boolean booked;
    private final boolean listed;

    Treatment(boolean booked, boolean listed) {
        this.booked = booked;
        this.listed = listed;
    }

    public boolean booked() {
        return booked;
    }

    public boolean listed() {
        return listed;
    }

    /** The stable name for screens and clients, as in "stock-adjustment". */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Treatment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
