package org.walletcounter.ledger.internal;

import java.util.List;
import java.util.UUID;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Outcome;

/** What waits for the writer as a whole: a journal, or many debits that become one. Written by one thread at a time. */
sealed interface Piece permits Entry, Bulk {

    /** What names it in a message. */
    UUID id();

    /** What the rules are asked about, one after the other. */
    List<Entry> entries();

    /** What goes into the book, once all entries are decided. */
    List<Entry> booked();

    /** The rows to keep beside it, once all entries are decided. */
    List<Companion.Row> rows();

    /** Decides all of it at once. */
    void decide(Outcome decided);
}
