package org.walletcounter.kernel;

/** What the kernel refuses, in the order it is checked. */
public enum KernelError implements ErrorCode {
    /** The request's text is no JSON, or a field has the wrong type. Send what the API page describes. */
    MALFORMED_REQUEST(Kind.INVALID),
    /** A field that must be there is missing. */
    FIELD_MISSING(Kind.INVALID),
    /** A field's value is outside its stated range or form. */
    FIELD_INVALID(Kind.INVALID),
    /** The caller did not say who it is, or what it said is not valid (any more). */
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    /** The caller's role may not do this. */
    ROLE_MAY_NOT(Kind.FORBIDDEN),
    /** No such page or resource. */
    NO_SUCH_RESOURCE(Kind.NOT_FOUND),
    /** There is something at this address, but not to be asked in this way. {@code Allow} says how. */
    METHOD_NOT_ALLOWED(Kind.INVALID),
    /** The answer cannot be given in any form that the caller accepts. */
    NOT_ACCEPTABLE(Kind.INVALID),
    /** The request's text is not marked as what is read here. Send {@code Content-Type: application/json}. */
    CONTENT_TYPE_UNSUPPORTED(Kind.INVALID),
    /** The request's body is larger than may be sent here, and was not taken. Send it in parts. */
    BODY_TOO_LARGE(Kind.INVALID),
    /** The cursor is not one of ours. Ask for the first page again. */
    BAD_CURSOR(Kind.INVALID),
    /** A changing request came without an Idempotency-Key header. */
    KEY_MISSING(Kind.INVALID),
    /** The key was used before with other content. Make a new key for a new command. */
    KEY_REUSED(Kind.REFUSED),
    /** The same command is still running. Ask again in a moment with the same key. */
    COMMAND_IN_FLIGHT(Kind.CONFLICT),
    /** Somebody else changed it meanwhile. Look at it again and repeat. */
    CHANGED_MEANWHILE(Kind.CONFLICT),
    /** The value is outside the parameter's range. */
    PARAMETER_OUT_OF_RANGE(Kind.INVALID),
    /** A value can be set for now or for later; what was in force stays as it was. */
    PARAMETER_IN_THE_PAST(Kind.INVALID),
    /** The counter or its database cannot answer now. Nothing has been done; repeat with the same key. */
    UNAVAILABLE(Kind.UNAVAILABLE),
    /** Something failed that should not have. It is in the server's log under the reference given. */
    INTERNAL(Kind.UNAVAILABLE),
    /**
     * Something failed that should not have, and it is not known whether what was asked for is done: the answer to a commit
     * may have been lost. Repeat with the same key; it is in the server's log under the reference given.
     */
    UNCERTAIN(Kind.UNAVAILABLE);

    private final Kind kind;

    KernelError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "kernel";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
