package org.walletcounter.merchants;

import org.walletcounter.kernel.ErrorCode;

/** What the merchants module refuses, in the order it is checked. */
public enum MerchantError implements ErrorCode {
    /** No such merchant, store, till, member of staff or key in your scope. */
    NOT_FOUND(Kind.NOT_FOUND),
    /** The code or user name is taken. */
    NAME_TAKEN(Kind.CONFLICT),
    /** The role is none of cashier, manager, analyst, administrator. */
    NO_SUCH_ROLE(Kind.INVALID),
    /** One's own password is set where the current one is asked for, not among the staff. */
    OWN_PASSWORD(Kind.REFUSED),
    /** Who sets themselves a new password does not know the current one. */
    CURRENT_PASSWORD_WRONG(Kind.REFUSED),
    /** The password is shorter than 12 characters or longer than 72 bytes (what bcrypt reads). */
    PASSWORD_LENGTH(Kind.INVALID),
    /** The password is one of the commonly used ones, or holds the user name. */
    PASSWORD_WEAK(Kind.INVALID),
    /** A tax rate needs a code of letters, digits, - and _, both names, and 0 to 10,000 basis points. */
    TAX_RATE_INVALID(Kind.INVALID),
    /** Sales were made with it, or could have been: a rate begins today or later, and stays once it has begun. */
    TAX_RATE_BEGUN(Kind.CONFLICT),
    /** With it no rate would be the standard one any more, and goods without a code would escape. */
    TAX_RATE_STANDARD_MISSING(Kind.CONFLICT),
    /** You cannot take your own rights away. */
    NOT_YOURSELF(Kind.REFUSED),
    /** Too many failures of the user name or from the address; wait before the next attempt. */
    SIGN_IN_LOCKED(Kind.TOO_MANY),
    /** User name and password do not match, or the account is inactive. */
    SIGN_IN_FAILED(Kind.UNAUTHENTICATED);

    private final Kind kind;

    MerchantError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "merchants";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
