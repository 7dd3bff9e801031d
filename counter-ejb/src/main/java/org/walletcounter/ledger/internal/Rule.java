package org.walletcounter.ledger.internal;

import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Outcome;

/** Something that every journal must satisfy before it is booked. Looks only; changes nothing. */
@FunctionalInterface
interface Rule {

    /** Why the journal may not be booked, or null if this rule has nothing against it. */
    Outcome.@Nullable Refused objection(Entry entry, Scene scene);
}
