package org.walletcounter.ledger;

import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.HashedKeys;

/**
 * A name that may be used once, for ever: a merchant's sale number, a payment code's time step. It is claimed in the
 * transaction of the journal; the second journal with it is refused and changes nothing. A refused journal leaves its
 * claims free.
 *
 * @param scope what kind of name it is, as in "sale"
 * @param name the name, unique within its scope
 * @param near what it has in common with the names made about the same time; follows from the name
 * @param whenTaken what the second one is told
 */
public record Claim(String scope, String name, String near, ErrorCode whenTaken) {

    /** A name that shows by itself what it stands near. */
    public Claim(String scope, String name, ErrorCode whenTaken) {
        this(scope, name, HashedKeys.neighbourhood(name), whenTaken);
    }
}
