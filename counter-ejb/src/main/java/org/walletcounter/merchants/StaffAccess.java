package org.walletcounter.merchants;

import java.time.Instant;

/**
 * A member of staff as sign-in and sessions know them. Pages and the API show {@link StaffView} and nothing of this.
 *
 * @param passwordSet when their password was set, as the database keeps it: in microseconds, each one later than the last
 */
public record StaffAccess(StaffView staff, Instant passwordSet) {

    /**
     * Whether a session goes on that began with the password of a moment: unless a newer one has been set. A session may
     * know of a password that is newer than this, for what a node remembers can be a second behind.
     */
    public boolean admits(Instant moment) {
        return !moment.isBefore(passwordSet);
    }
}
