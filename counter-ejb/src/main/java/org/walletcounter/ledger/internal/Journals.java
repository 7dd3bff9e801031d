package org.walletcounter.ledger.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.JournalView;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Posting;

/** Reads the book. Works on the caller's connection; stateless and thread-safe. */
final class Journals {

    private static final String LINES = "SELECT p.line, p.account_id, p.amount, a.* FROM ledger.posting p"
            + " JOIN ledger.account a ON a.id = p.account_id WHERE p.journal_id = ? ORDER BY p.line";

    Optional<JournalView> find(Connection connection, UUID id) throws SQLException {
        List<JournalView.Line> lines = lines(connection, id);
        List<Posting> postings = lines.stream()
                .map(line -> new Posting(line.account(), line.amount()))
                .toList();
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM ledger.journal WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new JournalView(journal(row, postings), Ids.momentOf(id), lines))
                        : Optional.empty();
            }
        }
    }

    private static List<JournalView.Line> lines(Connection connection, UUID id) throws SQLException {
        List<JournalView.Line> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new JournalView.Line(
                            row.getInt("line"),
                            new AccountId(row.getLong("account_id")),
                            Accounts.terms(row),
                            row.getLong("amount")));
                }
            }
        }
        return lines;
    }

    /** A journal as it was submitted, from its row and its postings. */
    static Journal journal(ResultSet row, List<Posting> postings) throws SQLException {
        Journal.Scope scope = new Journal.Scope(
                row.getObject("merchant_id", UUID.class),
                row.getObject("store_id", UUID.class),
                row.getObject("till_id", UUID.class),
                row.getString("actor"),
                row.getObject("member_id", UUID.class));
        Journal.Facts facts = new Journal.Facts(
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("business_day", LocalDate.class),
                claims((String[]) elements(row.getArray("claims"))),
                List.of((UUID[]) elements(row.getArray("confirms"))),
                uuid(row, "reverses"),
                row.getBoolean("recovers"),
                row.getString("document"));
        return new Journal(row.getObject("id", UUID.class), row.getString("kind"), scope, facts, postings);
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Object elements(Array array) throws SQLException {
        return array.getArray();
    }

    private static List<Claim> claims(String[] names) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i + 1 < names.length; i += 2) {
            claims.add(new Claim(names[i], names[i + 1], LedgerError.NAME_TAKEN));
        }
        return claims;
    }
}
