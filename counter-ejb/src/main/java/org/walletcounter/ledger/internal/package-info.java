/**
 * Behind the ledger's door: the writer, the group commit, the checks. Plain set-based SQL, no ORM.
 */
@NullMarked
package org.walletcounter.ledger.internal;

import org.jspecify.annotations.NullMarked;
