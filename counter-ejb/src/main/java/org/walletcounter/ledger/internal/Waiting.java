package org.walletcounter.ledger.internal;

import java.util.List;
import java.util.function.Consumer;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;

/**
 * A piece on its way to a writer.
 *
 * @param answer tells who waits that it is decided
 * @param failure tells them that nobody knows
 */
record Waiting(Piece piece, Runnable answer, Consumer<Throwable> failure) {

    /** How much work it is: one for a journal, one for each of many debits. */
    int journals() {
        return piece.entries().size();
    }

    void refuse() {
        piece.decide(new Outcome.Refused(LedgerError.BUSY, List.of()));
        answer.run();
    }
}
