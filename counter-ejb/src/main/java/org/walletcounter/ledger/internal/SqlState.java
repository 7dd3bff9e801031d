package org.walletcounter.ledger.internal;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of failure PostgreSQL reports. */
enum SqlState {
    /**
     * Two transactions waited for each other, or met: the same work again will pass, or will be refused for what it is.
     * A key that is there already (23505) is one of them: whoever sent the same journal elsewhere has used its name by
     * now, and the second look sees that.
     */
    TRY_AGAIN,
    /** The connection is gone, or the server is going. */
    CONNECTION_LOST,
    /** No room: disk, memory or connections. The transaction was rolled back. */
    NO_ROOM,
    /** Anything else: the statement itself is refused. */
    REFUSED;

    private static final Set<String> AGAIN = Set.of("40001", "40P01", "55P03", "23505");

    static SqlState of(SQLException failure) {
        String state = stateOf(failure);
        if (state == null || state.startsWith("08") || state.startsWith("57P")) {
            return CONNECTION_LOST;
        }
        if (AGAIN.contains(state)) {
            return TRY_AGAIN;
        }
        return state.startsWith("53") ? NO_ROOM : REFUSED;
    }

    /** PostgreSQL's own code, where there is one. */
    static @Nullable String stateOf(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }
}
