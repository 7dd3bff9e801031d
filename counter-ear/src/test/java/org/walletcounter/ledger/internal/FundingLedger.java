package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;

/**
 * The product's own writer on a connection of the benchmark, to put money into its wallets: booked like everything else, so
 * that the check of the books afterwards covers it. In this package because the writer is hidden in it.
 */
public final class FundingLedger {

    private final Writer writer = new Writer(Clock.systemUTC());

    /** Opens an account. */
    public AccountId open(Connection connection, AccountTerms terms) throws SQLException {
        return new Accounts().open(connection, terms);
    }

    /** Books a journal in the transaction that is open on the connection. */
    public void post(Connection connection, Journal journal) throws SQLException {
        Entry entry = new Entry(new Submission(journal, null, Companion.NONE));
        writer.write(connection, List.of(entry));
        if (!(entry.outcome() instanceof Outcome.Posted)) {
            throw new IllegalStateException("The ledger refused the benchmark's funding: " + entry.outcome());
        }
    }
}
