package org.walletcounter.imports;

import org.walletcounter.kernel.ErrorCode;

/** What the imports refuse, in the order it is checked. */
public enum ImportError implements ErrorCode {
    /** The file cannot be read, is empty, too big, or a line of it is not what the format says; the text names the line. */
    FILE_INVALID(Kind.INVALID),
    /** Another import of this merchant is running; one at a time. */
    ALREADY_RUNNING(Kind.CONFLICT),
    /** There is no such import. */
    NO_SUCH_IMPORT(Kind.NOT_FOUND),
    /** Only a running import can be paused, only a paused or failed one resumed. */
    NOT_IN_THAT_STATE(Kind.CONFLICT),
    /** The file that was handed in is kept by another server, or is no longer there. */
    FILE_NOT_HERE(Kind.CONFLICT);

    private final Kind kind;

    ImportError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "imports";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
