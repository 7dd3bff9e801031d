package org.walletcounter.vouchers;

import org.walletcounter.kernel.ErrorCode;

/**
 * What the vouchers refuse, in the order it is checked: first the campaign's form, then its life, then the code that was
 * shown, then whether one can be had, then whether it can be used, then whether it can be given away, last the reminder.
 */
public enum VoucherError implements ErrorCode {
    /** There is no such campaign among those the caller may see. */
    NO_SUCH_CAMPAIGN(Kind.NOT_FOUND),
    /** Another campaign has this code. */
    CAMPAIGN_CODE_TAKEN(Kind.CONFLICT),
    /** The window in which vouchers are given out ends before it begins, or has ended. */
    OPENING_INVALID(Kind.INVALID),
    /** The validity must be either from–to or a number of days, and must not be over before it begins. */
    VALIDITY_INVALID(Kind.INVALID),
    /** What the voucher is worth is missing, out of range, or left to chance. */
    WORTH_INVALID(Kind.INVALID),
    /** A number is out of range, or does not fit the others. */
    QUANTITY_INVALID(Kind.INVALID),
    /** A number for each day needs a total. */
    PER_DAY_NEEDS_TOTAL(Kind.INVALID),
    /** The way of giving out and the event do not fit each other. */
    EVENT_INVALID(Kind.INVALID),
    /** The code that everybody may use is too short, too long or used by another campaign. */
    GENERIC_CODE_INVALID(Kind.INVALID),
    /** A partner that is named does not exist. */
    NO_SUCH_PARTNER(Kind.INVALID),
    /** A merchant is named twice among those who take part. */
    PARTNER_TWICE(Kind.INVALID),
    /** The shares of all who fund it do not make up the whole. */
    SHARES_NOT_WHOLE(Kind.INVALID),
    /** The campaign is no draft any more: only its quantity, its end and its state can change. */
    NOT_A_DRAFT(Kind.CONFLICT),
    /** A partner has not agreed yet. */
    PARTNER_NOT_AGREED(Kind.CONFLICT),
    /** The campaign cannot go from its state to the one asked for. */
    MOVE_NOT_POSSIBLE(Kind.CONFLICT),
    /** Fewer are left than are to be taken back. */
    TOO_FEW_LEFT(Kind.CONFLICT),
    /** The check character does not fit: a character was misread or two were swapped. */
    CODE_MISREAD(Kind.INVALID),
    /** Too many wrong codes in a short time. */
    TOO_MANY_WRONG_CODES(Kind.TOO_MANY),
    /** No voucher has this code. */
    CODE_UNKNOWN(Kind.NOT_FOUND),
    /** There is no such voucher among those the caller may see. */
    NO_SUCH_VOUCHER(Kind.NOT_FOUND),
    /**
     * The campaign is not running: a draft, paused, or ended. Where a voucher was to be given out, the argument is the
     * {@link CampaignView.State}; a campaign whose time is over has ended.
     */
    NOT_RUNNING(Kind.REFUSED),
    /** This campaign's vouchers come another way. */
    NOT_THIS_WAY(Kind.REFUSED),
    /** Vouchers are not given out yet. */
    NOT_OPEN_YET(Kind.CONFLICT),
    /** Vouchers are not given out any more. */
    NOT_OPEN_ANY_MORE(Kind.REFUSED),
    /** Each person may have only so many, so the member must be known. */
    MEMBER_NEEDED(Kind.REFUSED),
    /** The person has had as many as one may have. */
    ENOUGH_FOR_ONE(Kind.REFUSED),
    /** The member follows as many campaigns as one may. */
    TOO_MANY_FOLLOWED(Kind.CONFLICT),
    /** All of today's are gone. */
    GONE_FOR_TODAY(Kind.CONFLICT),
    /** All are gone. */
    GONE(Kind.CONFLICT),
    /** The store or merchant does not honour it. */
    NOT_HONOURED_HERE(Kind.REFUSED),
    /** It belongs to somebody else. */
    NOT_THE_HOLDERS(Kind.REFUSED),
    /** It has been used. */
    ALREADY_USED(Kind.REFUSED),
    /** It was withdrawn. */
    WITHDRAWN(Kind.REFUSED),
    /** It was given to a friend, who has it now. */
    GIVEN_AWAY(Kind.REFUSED),
    /** It is not valid yet. */
    NOT_VALID_YET(Kind.REFUSED),
    /** It has expired. */
    EXPIRED(Kind.REFUSED),
    /** What it is said to take off is not in its campaign's currency; the argument is that. */
    OTHER_CURRENCY(Kind.INVALID),
    /** It cannot take off as much as it is said to; the argument is the most that it can. */
    MORE_THAN_IT_SAVES(Kind.INVALID),
    /** It is at another checkout just now. */
    AT_ANOTHER_CHECKOUT(Kind.CONFLICT),
    /** The campaign's budget does not cover it any more. */
    BUDGET_SPENT(Kind.REFUSED),
    /** It was not used in this payment, or has come back from it already. */
    NOT_USED_THERE(Kind.CONFLICT),
    /** This campaign's vouchers stay with their holder. */
    NOT_TO_BE_GIVEN(Kind.REFUSED),
    /** Nobody else is known here by this. */
    NO_SUCH_MEMBER(Kind.NOT_FOUND),
    /** There is no such reminder among the caller's own. */
    NO_SUCH_REMINDER(Kind.NOT_FOUND);

    private final Kind kind;

    VoucherError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "vouchers";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
