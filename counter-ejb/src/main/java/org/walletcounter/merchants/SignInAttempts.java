package org.walletcounter.merchants;

import java.util.UUID;
import org.walletcounter.kernel.CounterException;

/**
 * Counts the failed sign-ins of staff, for all nodes together, so that guessing passwords comes to an end. A try counts as
 * failed until it is known to be right: many at once are no way past, and one that cannot be counted is not made. User names
 * that nobody has are counted and refused like the others. Thread-safe.
 */
public interface SignInAttempts {

    /**
     * Counts a try of a user name from a network address, before its password is looked at.
     *
     * @return what to {@link #withdraw} it by
     * @throws CounterException {@link MerchantError#SIGN_IN_LOCKED} with the minutes to wait, after too many failures; what is
     *     refused is not counted, so that waiting helps
     */
    UUID begin(String username, String address);

    /** The password was right: the failures of the user name are forgotten. */
    void succeed(String username);

    /** The password could not be compared: the try is not counted. */
    void withdraw(UUID attempt);

    /** Takes as long as comparing with somebody's password does, and is false: for user names that nobody has. */
    boolean matchesNobody(String password);
}
