package org.walletcounter.kernel;

/**
 * A refusal that a module can answer with. Each module has one enum of them; the order of its constants is the order in
 * which they are checked, and its Javadoc is the reference page. The name of the constant is stable: clients switch on
 * it. The texts people read stand in the bundle {@code org.walletcounter.refusals} under "module.NAME".
 */
public interface ErrorCode {

    /** The constant's name. */
    String name();

    /** The module that refuses, in lower case. */
    String module();

    /** What kind of no this is. */
    Kind kind();

    /** The stable code, as in "ledger.INSUFFICIENT_FUNDS". */
    default String code() {
        return module() + "." + name();
    }

    /** The kinds of refusal; delivery maps each to one HTTP status, but for codes that have their own. */
    enum Kind {
        /** The request cannot be understood or breaks a stated limit (400). */
        INVALID,
        /** Who asks is not known (401). */
        UNAUTHENTICATED,
        /** Who asks may not (403). */
        FORBIDDEN,
        /** There is no such thing (404). */
        NOT_FOUND,
        /** It does not fit the present state; a repeat may (409). */
        CONFLICT,
        /** Understood, and the answer is no (422). */
        REFUSED,
        /** Too often; wait (429). */
        TOO_MANY,
        /** Not now: overload or an outage; nothing has been done (503). */
        UNAVAILABLE
    }
}
