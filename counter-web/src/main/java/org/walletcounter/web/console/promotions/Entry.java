package org.walletcounter.web.console.promotions;

/** What is entered in a field of the form, and so how it is shown, read and told. */
public enum Entry {
    /** An amount in major units. */
    MONEY(Look.TYPED),
    /** Per cent with up to two decimals; basis points in the definition. */
    PERCENT(Look.TYPED),
    /** A share of a whole in per cent, likewise. */
    SHARE(Look.TYPED),
    /** A whole number. */
    COUNT(Look.TYPED),
    /** Words for people. */
    TEXT(Look.TYPED),
    /** A code. */
    CODE(Look.TYPED),
    /** A time of day. */
    TIME(Look.TYPED),
    /** A moment in the merchant's zone. */
    MOMENT(Look.TYPED),
    /** Codes with commas between them, those that have one themselves in quotes. */
    WORDS(Look.TYPED),
    /** Days with commas between them. */
    DATES(Look.TYPED),
    /** Days of the week. */
    DAYS(Look.TICKED),
    /** Ways of payment. */
    TENDERS(Look.TICKED),
    /** Where it is sold: till, phone, web. */
    CHANNELS(Look.TICKED),
    /** Kinds of order. */
    ORDER_KINDS(Look.TICKED),
    /** Stores of the merchant. */
    STORES(Look.TICKED),
    /** Tills of the merchant. */
    TILLS(Look.TICKED),
    /** Tiers of the merchant. */
    TIERS(Look.TICKED),
    /** Segments of the merchant. */
    SEGMENTS(Look.TICKED),
    /** One tier. */
    TIER(Look.PICKED),
    /** The price that is reckoned from. */
    BASE(Look.PICKED),
    /** What a prize is. */
    GIVES(Look.PICKED),
    /** A voucher campaign. */
    VOUCHER(Look.PICKED);

    private final Look look;

    Entry(Look look) {
        this.look = look;
    }

    /** Whether it is typed. */
    public boolean isTyped() {
        return look == Look.TYPED;
    }

    /** Whether any number of choices are ticked. */
    public boolean isTicked() {
        return look == Look.TICKED;
    }

    /** Whether one choice is picked. */
    public boolean isPicked() {
        return look == Look.PICKED;
    }

    /** Whether the definition holds a list. */
    boolean isList() {
        return look == Look.TICKED || this == WORDS || this == DATES;
    }

    private enum Look {
        TYPED,
        TICKED,
        PICKED
    }
}
