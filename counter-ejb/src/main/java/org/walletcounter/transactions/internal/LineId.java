package org.walletcounter.transactions.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity of a line: the payment or refund it belongs to, and its number there. */
class LineId implements Serializable {

    private static final long serialVersionUID = 1L;

    private UUID owner;
    private int line;

    @SuppressWarnings("NullAway.Init")
    protected LineId() {}

    LineId(UUID owner, int line) {
        this.owner = owner;
        this.line = line;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LineId that && owner.equals(that.owner) && line == that.line;
    }

    @Override
    public int hashCode() {
        return Objects.hash(owner, line);
    }
}
