package org.walletcounter.ledger;

import java.time.Instant;
import java.util.List;

/** A journal as it stands in the book, with its postings and their accounts. */
public record JournalView(Journal journal, Instant recordedAt, List<Line> lines) {

    /** One posting with what its account is. */
    public record Line(int line, AccountId account, AccountTerms terms, long amount) {}
}
