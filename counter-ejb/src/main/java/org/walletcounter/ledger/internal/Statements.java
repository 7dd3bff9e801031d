package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.StatementLine;

/** Pages through an account's postings, newest first, with the balance after each. Stateless and thread-safe. */
final class Statements {

    private static final int LONGEST = 500;

    private static final String LINES = "SELECT p.journal_id, p.line, p.amount, j.kind, j.occurred_at, j.document,"
            + " (SELECT a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t WHERE t.account_id = a.id), 0)"
            + " FROM ledger.account a WHERE a.id = ?)::int8 AS balance"
            + " FROM ledger.posting p JOIN ledger.journal j ON j.id = p.journal_id"
            + " WHERE p.account_id = ? AND (p.journal_id, p.line) < (?, ?)"
            + " ORDER BY p.journal_id DESC, p.line DESC LIMIT ?";

    /** Where a page begins: below this line, with this balance; null for the newest. */
    private record Cursor(UUID journal, int line, @Nullable Long balance) {

        private static final Cursor NEWEST = new Cursor(new UUID(-1, -1), Short.MAX_VALUE, null);

        static Cursor parse(@Nullable String text) {
            if (text == null) {
                return NEWEST;
            }
            String[] parts = text.split("_", -1);
            try {
                if (parts.length == 3) {
                    return new Cursor(UUID.fromString(parts[0]), Short.parseShort(parts[1]), Long.valueOf(parts[2]));
                }
            } catch (IllegalArgumentException notOurs) {
                throw new CounterException(KernelError.BAD_CURSOR);
            }
            throw new CounterException(KernelError.BAD_CURSOR);
        }

        static String after(StatementLine line) {
            return line.journalId() + "_" + line.line() + "_" + (line.balance() - line.amount());
        }
    }

    Page<StatementLine> page(Connection connection, AccountId account, @Nullable String after, int limit)
            throws SQLException {
        int wanted = Math.max(1, Math.min(limit, LONGEST));
        List<StatementLine> lines = read(connection, account, Cursor.parse(after), wanted + 1);
        if (lines.size() <= wanted) {
            return new Page<>(lines, null);
        }
        List<StatementLine> page = List.copyOf(lines.subList(0, wanted));
        return new Page<>(page, Cursor.after(page.get(wanted - 1)));
    }

    private static List<StatementLine> read(Connection connection, AccountId account, Cursor from, int count)
            throws SQLException {
        List<StatementLine> lines = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LINES)) {
            select.setLong(1, account.value());
            select.setLong(2, account.value());
            select.setObject(3, from.journal());
            select.setInt(4, from.line());
            select.setInt(5, count);
            try (ResultSet row = select.executeQuery()) {
                Long balance = from.balance();
                while (row.next()) {
                    long here = balance == null ? row.getLong("balance") : balance;
                    lines.add(line(row, here));
                    balance = here - row.getLong("amount");
                }
            }
        }
        return lines;
    }

    private static StatementLine line(ResultSet row, long balance) throws SQLException {
        return new StatementLine(
                row.getObject("journal_id", UUID.class),
                row.getInt("line"),
                row.getString("kind"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getLong("amount"),
                balance,
                row.getString("document"));
    }
}
