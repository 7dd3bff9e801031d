package org.walletcounter.ledger;

import org.walletcounter.kernel.ErrorCode;

/** What the ledger refuses, in the order it is checked. */
public enum LedgerError implements ErrorCode {
    /** More work is waiting than the ledger will take now. Nothing was done; repeat in a moment with the same key. */
    BUSY(Kind.UNAVAILABLE),
    /** The database went away in the commit: it may or may not have been done. Ask again with the same key. */
    OUTCOME_UNKNOWN(Kind.UNAVAILABLE),
    /** A journal needs at least two postings. */
    TOO_FEW_POSTINGS(Kind.INVALID),
    /** A posting names an account that does not exist. */
    NO_SUCH_ACCOUNT(Kind.NOT_FOUND),
    /** The postings of a unit do not sum to zero. */
    NOT_BALANCED(Kind.INVALID),
    /** A name that the journal claims is used up, and its claim has no refusal of its own. */
    NAME_TAKEN(Kind.CONFLICT),
    /** With earlier reversals, more would go back than the reversed journal moved. */
    EXCEEDS_REVERSED(Kind.REFUSED),
    /** The account is frozen: nothing leaves it until it is thawed. */
    ACCOUNT_FROZEN(Kind.REFUSED),
    /** The hold does not exist. */
    NO_SUCH_HOLD(Kind.NOT_FOUND),
    /** The hold has been confirmed, released or has expired. */
    HOLD_NOT_OPEN(Kind.CONFLICT),
    /** The journal takes more than the hold set aside. */
    EXCEEDS_HOLD(Kind.REFUSED),
    /** More than the account's cap for one payment. */
    OVER_SINGLE_CAP(Kind.REFUSED),
    /** More than the account's cap for the day allows. */
    OVER_DAILY_CAP(Kind.REFUSED),
    /** Not enough is available. */
    INSUFFICIENT_FUNDS(Kind.REFUSED),
    /** The books are being checked: one check runs at a time. Ask again when it has ended. */
    CHECK_RUNNING(Kind.CONFLICT);

    private final Kind kind;

    LedgerError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
