package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Checking;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.Posting;

/**
 * Holds the books against the ledger's promises, all on one snapshot, so that it may run while others book. Each promise
 * is a query that answers a row per breach. One runs at a time, on whatever node: it is long, and its connection is one of the
 * group commit's, because what it tells must be told of the database that payments go into, not of a copy. Thread-safe.
 */
final class LedgerChecks {

    private static final int FETCH = 1000;

    private static final List<String> QUERIES = List.of(
            // What a journal takes from one account it gives to another, per unit. So all postings sum to zero, and
            // with
            // I2 all balances do, at any moment.
            "SELECT 'I1', 'journal ' || p.journal_id, 'the postings of ' || a.unit || ' sum to ' || sum(p.amount)"
                    + " FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id"
                    + " GROUP BY p.journal_id, a.unit HAVING sum(p.amount) <> 0",
            // A balance is the sum of its postings.
            "SELECT 'I2', 'account ' || a.id, 'the balance is ' || a.balance + coalesce(t.amount, 0)"
                    + " || ', the postings sum to ' || coalesce(p.amount, 0) FROM ledger.account a"
                    + " LEFT JOIN (SELECT account_id, sum(amount) AS amount FROM ledger.tail GROUP BY 1) t"
                    + " ON t.account_id = a.id"
                    + " LEFT JOIN (SELECT account_id, sum(amount) AS amount FROM ledger.posting GROUP BY 1) p"
                    + " ON p.account_id = a.id"
                    + " WHERE a.balance + coalesce(t.amount, 0) <> coalesce(p.amount, 0)",
            // Nothing falls below its floor, what is held included, and no less than nothing is held.
            "SELECT 'I3', 'account ' || id, balance || ' less ' || held || ' held is below the floor of ' || floor"
                    + " FROM ledger.account WHERE balance - held < floor OR held < 0",
            // A name is used by one journal, and a command is answered by one.
            "SELECT 'I4', 'merchant ' || j.merchant_id, count(*) || ' journals claim the ' || (j.claims)[n] || ' '"
                    + " || (j.claims)[n + 1] FROM ledger.journal j"
                    + " CROSS JOIN LATERAL generate_series(1, cardinality(j.claims), 2) n"
                    + " GROUP BY j.merchant_id, (j.claims)[n], (j.claims)[n + 1] HAVING count(*) > 1",
            "SELECT 'I4', 'command ' || command, count(*) || ' journals answer it' FROM ledger.journal"
                    + " WHERE command IS NOT NULL GROUP BY command HAVING count(*) > 1",
            // What reversals give back is no more than what the reversed journal moved, account by account.
            "SELECT 'I7', 'journal ' || first.id, 'it moved ' || first.amount || ' on account ' || first.account_id"
                    + " || ', its reversals ' || back.amount FROM (SELECT j.reverses, p.account_id, sum(p.amount) AS amount"
                    + " FROM ledger.journal j JOIN ledger.posting p ON p.journal_id = j.id WHERE j.reverses IS NOT NULL"
                    + " GROUP BY 1, 2) back JOIN LATERAL (SELECT p.journal_id AS id, p.account_id, sum(p.amount) AS amount"
                    + " FROM ledger.posting p WHERE p.journal_id = back.reverses AND p.account_id = back.account_id"
                    + " GROUP BY 1, 2) first ON first.amount <> 0"
                    + " WHERE first.amount + back.amount NOT BETWEEN least(first.amount, 0) AND greatest(first.amount, 0)",
            // A hold leaves its state once: what is held is what the open ones say, and each that is confirmed was so
            // by
            // one journal, which took as much.
            "SELECT 'I11', 'account ' || a.id, a.held || ' is held, the open holds sum to ' || coalesce(h.amount, 0)"
                    + " FROM ledger.account a LEFT JOIN (SELECT account_id, sum(amount) AS amount FROM ledger.hold"
                    + " WHERE state = 'OPEN' GROUP BY 1) h ON h.account_id = a.id WHERE a.held <> coalesce(h.amount, 0)",
            "SELECT 'I11', 'hold ' || h.id, 'it is confirmed by ' || count(j.id) || ' journals, not by one'"
                    + " FROM ledger.hold h LEFT JOIN (SELECT id, unnest(confirms) AS hold FROM ledger.journal) j"
                    + " ON j.hold = h.id GROUP BY h.id, h.state"
                    + " HAVING count(j.id) <> CASE h.state WHEN 'CONFIRMED' THEN 1 ELSE 0 END",
            "SELECT 'I11', 'journal ' || h.journal_id, 'it confirms ' || sum(h.confirmed) || ' of account '"
                    + " || h.account_id || ' and takes ' || coalesce(-min(p.amount), 0)"
                    + " FROM ledger.hold h LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM ledger.posting"
                    + " WHERE journal_id = h.journal_id AND account_id = h.account_id) p ON true"
                    + " WHERE h.state = 'CONFIRMED' GROUP BY h.journal_id, h.account_id"
                    + " HAVING sum(h.confirmed) <> coalesce(-min(p.amount), 0)",
            // The sum that a day's cap is held against is what left the account on that day, journal by journal; what
            // was only taken back is not in it.
            "SELECT 'I17', 'account ' || a.id, a.out_today || ' left it on ' || a.out_day || ', the postings say '"
                    + " || coalesce(o.gone, 0) FROM ledger.account a LEFT JOIN (SELECT account_id, business_day,"
                    + " sum(gone) AS gone FROM (SELECT p.account_id, j.business_day, -sum(p.amount) AS gone"
                    + " FROM ledger.posting p JOIN ledger.journal j ON j.id = p.journal_id"
                    + " JOIN ledger.account c ON c.id = p.account_id AND c.floor IS NOT NULL AND c.out_day = j.business_day"
                    + " WHERE NOT j.recovers GROUP BY p.account_id, j.business_day, j.id) each WHERE gone > 0 GROUP BY 1, 2) o"
                    + " ON o.account_id = a.id AND o.business_day = a.out_day"
                    + " WHERE a.floor IS NOT NULL AND a.out_today <> coalesce(o.gone, 0)");

    private static final String BOOK = "SELECT j.*, p.accounts, p.amounts FROM ledger.journal j LEFT JOIN LATERAL ("
            + " SELECT array_agg(account_id ORDER BY line) AS accounts, array_agg(amount ORDER BY line) AS amounts"
            + " FROM ledger.posting WHERE journal_id = j.id) p ON true";

    private final DataSource source;

    LedgerChecks(DataSource source) {
        this.source = source;
    }

    List<Finding> all() {
        try {
            return Checking.alone(source, "ledger.check", LedgerChecks::findings);
        } catch (SQLException failure) {
            throw JdbcLedger.unavailable(failure);
        }
    }

    private static List<Finding> findings(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        for (String query : QUERIES) {
            try (PreparedStatement select = connection.prepareStatement(query);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    findings.add(new Finding(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        findings.addAll(changedJournals(connection));
        return findings;
    }

    private static List<Finding> changedJournals(Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BOOK)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    byte[] hash = JournalBytes.hash(Journals.journal(row, postings(row)));
                    if (!Arrays.equals(hash, row.getBytes("hash"))) {
                        UUID id = row.getObject("id", UUID.class);
                        findings.add(new Finding("I13", "journal " + id, "its content does not match its hash"));
                    }
                }
            }
        }
        return findings;
    }

    private static List<Posting> postings(ResultSet row) throws SQLException {
        List<Posting> postings = new ArrayList<>();
        if (row.getArray("accounts") != null) {
            Long[] accounts = (Long[]) row.getArray("accounts").getArray();
            Long[] amounts = (Long[]) row.getArray("amounts").getArray();
            for (int i = 0; i < accounts.length; i++) {
                postings.add(new Posting(new AccountId(accounts[i]), amounts[i]));
            }
        }
        return postings;
    }
}
