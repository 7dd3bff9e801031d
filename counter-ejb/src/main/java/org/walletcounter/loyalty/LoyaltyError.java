package org.walletcounter.loyalty;

import org.walletcounter.kernel.ErrorCode;

/** What the loyalty module refuses, in the order it is checked. */
public enum LoyaltyError implements ErrorCode {
    /** The code or a name is empty or too long, or a rule's number is out of its range. */
    RULE_INVALID(Kind.INVALID),
    /** The code is taken. */
    CODE_TAKEN(Kind.CONFLICT),
    /** No such programme in your scope. */
    NO_SUCH_PROGRAMME(Kind.NOT_FOUND),
    /** The programme is switched off. */
    PROGRAMME_CLOSED(Kind.REFUSED),
    /** The programme exchanges no points for money now. */
    EXCHANGE_CLOSED(Kind.REFUSED),
    /** Fewer points than one exchange takes at least. */
    BELOW_LEAST(Kind.REFUSED),
    /** The points are not a multiple of what is exchanged at a time. */
    NOT_A_STEP(Kind.INVALID),
    /** More than points may pay of this sale. */
    OVER_EXCHANGE_CAP(Kind.REFUSED),
    /** The member has not so many points to spend. */
    NOT_ENOUGH_POINTS(Kind.REFUSED),
    /** No such gift in your scope, or it is not offered any more. */
    NO_SUCH_GIFT(Kind.NOT_FOUND),
    /** The gift is out of stock. */
    GIFT_GONE(Kind.REFUSED),
    /** The gift was taken back before. */
    GIFT_TAKEN_BACK(Kind.CONFLICT),
    /** A change of points needs a reason of 5 to 200 characters. */
    REASON_MISSING(Kind.INVALID),
    /** No such request in your scope. */
    NO_SUCH_REQUEST(Kind.NOT_FOUND),
    /** Somebody has decided about the request. */
    ALREADY_DECIDED(Kind.CONFLICT),
    /** Who asked for it cannot decide about it. */
    SECOND_PERSON_NEEDED(Kind.FORBIDDEN),
    /** No such tier scheme, tier or segment in your scope. */
    NO_SUCH_TIER(Kind.NOT_FOUND),
    /** The tiers' thresholds do not rise from rank to rank. */
    TIERS_NOT_RISING(Kind.INVALID),
    /** No such segment in your scope. */
    NO_SUCH_SEGMENT(Kind.NOT_FOUND),
    /** A condition names no known field, no known comparison for it, or a value that does not fit. */
    CONDITION_INVALID(Kind.INVALID);

    private final Kind kind;

    LoyaltyError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loyalty";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
