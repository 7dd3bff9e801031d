package org.walletcounter.promotions;

import org.walletcounter.kernel.ErrorCode;

/** What the promotions module refuses, in the order it is checked. */
public enum PromotionError implements ErrorCode {
    /** A definition is no JSON object of this language, or a field has the wrong form. */
    DEFINITION_UNREADABLE(Kind.INVALID),
    /** A definition was written by a newer version of the counter. */
    DEFINITION_TOO_NEW(Kind.INVALID),
    /** There is no kind of benefit or condition of this name. */
    UNKNOWN_KIND(Kind.INVALID),
    /** A field that must be there is missing. */
    FIELD_MISSING(Kind.INVALID),
    /** A text is empty or too long. */
    TEXT_INVALID(Kind.INVALID),
    /** An amount is not above zero, or absurdly high. */
    AMOUNT_INVALID(Kind.INVALID),
    /** A percentage is 0.01 % to 100 %. */
    PERCENT_INVALID(Kind.INVALID),
    /** A count is outside its range. */
    COUNT_INVALID(Kind.INVALID),
    /** A list that needs at least one entry has none, or one that nobody could read. */
    LIST_EMPTY(Kind.INVALID),
    /** Steps must rise: each asks for more than the one before. */
    NOT_RISING(Kind.INVALID),
    /** A reduction reaches or passes the threshold it is given at. */
    REDUCTION_REACHES_THRESHOLD(Kind.INVALID),
    /** It ends before it begins. */
    ENDS_BEFORE_BEGINNING(Kind.INVALID),
    /** Two prizes of a lottery have the same code. */
    PRIZE_CODE_TWICE(Kind.INVALID),
    /** What shall stand in for a prize that is gone is no prize of the lottery. */
    SUBSTITUTE_UNKNOWN(Kind.INVALID),
    /** The shares of those who fund it are not 100 % together. */
    SHARES_NOT_WHOLE(Kind.INVALID),
    /** No such currency. */
    CURRENCY_UNKNOWN(Kind.INVALID),
    /** A basket to be priced has 1 to 500 lines. */
    LINE_COUNT(Kind.INVALID),
    /** There is no such campaign in your reach. */
    NO_SUCH_CAMPAIGN(Kind.NOT_FOUND),
    /** There is no such price list in your reach. */
    NO_SUCH_PRICE_LIST(Kind.NOT_FOUND),
    /** The first line of a file of prices names the columns "sku" and "price". */
    PRICE_FILE_HEADING(Kind.INVALID),
    /** A file of prices has none. */
    PRICE_FILE_EMPTY(Kind.INVALID),
    /** A line of a file of prices is no CSV. */
    PRICE_LINE_MALFORMED(Kind.INVALID),
    /** A line of a file of prices has no SKU, or one that is too long. */
    PRICE_LINE_WITHOUT_SKU(Kind.INVALID),
    /** The same SKU stands on two lines. */
    PRICE_LINE_TWICE(Kind.INVALID),
    /** What should be a price is none of the currency. */
    PRICE_UNREADABLE(Kind.INVALID),
    /** The catalogue has no such product with a price in the currency. */
    PRICE_OF_NOTHING_KNOWN(Kind.INVALID),
    /** Lines of a file of prices have faults, so none of it counts. */
    PRICE_FILE_FAULTY(Kind.INVALID),
    /** There is no such back-test in your reach. */
    NO_SUCH_BACK_TEST(Kind.NOT_FOUND),
    /** A back-test looks at 1 to 731 days. */
    BACK_TEST_PERIOD_INVALID(Kind.INVALID),
    /** A back-test of the campaign waits or runs already. */
    BACK_TEST_UNDER_WAY(Kind.CONFLICT),
    /** It is not in a state in which this can be done. */
    NOT_IN_THAT_STATE(Kind.CONFLICT),
    /** Who wrote a campaign does not approve it. */
    NOT_BY_THE_AUTHOR(Kind.FORBIDDEN),
    /** The campaign's end is past. */
    ALREADY_OVER(Kind.REFUSED),
    /** The campaign's seed is known to everybody, so nothing can be drawn with it any more. */
    SEED_REVEALED(Kind.REFUSED),
    /** The time to draw the campaign's tickets is over. */
    DRAWING_OVER(Kind.REFUSED),
    /** The campaign's budget is used up. */
    BUDGET_USED_UP(Kind.REFUSED),
    /** The campaign has been given as often as it may be. */
    QUANTITY_USED_UP(Kind.REFUSED),
    /** More of a line would come back than was sold and is still kept. */
    RETURNS_MORE_THAN_KEPT(Kind.REFUSED);

    private final Kind kind;

    PromotionError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "promotions";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
