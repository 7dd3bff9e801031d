package org.walletcounter.members;

import org.walletcounter.kernel.ErrorCode;

/** What the members module refuses, in the order it is checked. */
public enum MemberError implements ErrorCode {
    /** The phone number cannot be one. */
    PHONE_INVALID(Kind.INVALID),
    /** The name is empty or longer than 80 characters. */
    NAME_INVALID(Kind.INVALID),
    /** The birthday is no day that has been, as in 1990-02-28, or --02-28 without the year. */
    BIRTHDAY_INVALID(Kind.INVALID),
    /** Consent to the privacy notice in force is missing. */
    CONSENT_MISSING(Kind.INVALID),
    /** Somebody is already known by this phone, card or number. */
    IDENTIFIER_TAKEN(Kind.CONFLICT),
    /** This key has enrolled a phone before, and its secret was shown that once. Enrol again under a new key. */
    DEVICE_ENROLLED_BEFORE(Kind.CONFLICT),
    /** No such member in your scope. */
    NO_SUCH_MEMBER(Kind.NOT_FOUND),
    /** The member has no phone of this number, or none any more. Enrol it anew. */
    NO_SUCH_DEVICE(Kind.NOT_FOUND),
    /** The member has left. */
    MEMBER_CLOSED(Kind.REFUSED),
    /** The member has told a birthday before; only staff correct it. */
    BIRTHDAY_ALREADY_TOLD(Kind.REFUSED),
    /** The member or the wallet is frozen. */
    MEMBER_FROZEN(Kind.REFUSED),
    /** A wallet with money or open holds cannot be closed; pay it out first. */
    WALLET_NOT_EMPTY(Kind.REFUSED),
    /** Wallets are in the merchant's currency; one in another could never be filled. */
    CURRENCY_MISMATCH(Kind.INVALID),
    /** The limit is negative or above what the house allows. */
    LIMIT_INVALID(Kind.INVALID),
    /** The card is not bound to any member here. */
    CARD_UNKNOWN(Kind.REFUSED),
    /** That is not one of our payment codes. */
    CODE_NOT_OURS(Kind.INVALID),
    /** The code is not valid, or no longer. Ask the customer to show a fresh one. */
    CODE_INVALID(Kind.REFUSED),
    /** The code has been used. Ask the customer to show a fresh one. */
    CODE_ALREADY_USED(Kind.REFUSED),
    /** Too many wrong codes or attempts; wait a minute. */
    TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
    /** As many sign-in codes as a number gets within a day were asked for. The text says in how many hours there is another. */
    TOO_MANY_CODES(Kind.TOO_MANY),
    /** You have looked for many people by their numbers; wait an hour. */
    TOO_MANY_LOOK_UPS(Kind.TOO_MANY),
    /** The one-time code is wrong or too old. */
    OTP_WRONG(Kind.UNAUTHENTICATED);

    private final Kind kind;

    MemberError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "members";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
