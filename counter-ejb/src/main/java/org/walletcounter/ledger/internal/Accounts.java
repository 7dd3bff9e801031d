package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.LedgerError;

/** The accounts' table. Works on the caller's connection; stateless and thread-safe. */
final class Accounts {

    private static final String OPEN = "INSERT INTO ledger.account (merchant_id, kind, unit, owner, floor)"
            + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (merchant_id, kind, unit, owner) DO NOTHING RETURNING id";

    private static final String OPEN_MANY = "INSERT INTO ledger.account (merchant_id, kind, unit, owner, floor)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?) AS t (merchant_id, kind, unit, owner, floor)"
            + " ORDER BY merchant_id, kind, unit, owner ON CONFLICT (merchant_id, kind, unit, owner) DO NOTHING";

    private static final String FIND_MANY =
            "SELECT a.* FROM unnest(?, ?, ?, ?, ?) AS t (merchant_id, kind, unit, owner, floor)"
                    + " JOIN ledger.account a USING (merchant_id, kind, unit, owner)";

    private static final String FIND =
            "SELECT id FROM ledger.account WHERE merchant_id = ? AND kind = ? AND unit = ? AND owner = ?";

    /** An account with its whole balance: what is rolled up and what is not yet. */
    private static final String READ = "SELECT a.*, a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t"
            + " WHERE t.account_id = a.id), 0)::int8 AS whole FROM ledger.account a WHERE a.id = ?";

    /** The same of many, by their names. */
    private static final String READ_MANY = "SELECT a.*, a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t"
            + " WHERE t.account_id = a.id), 0)::int8 AS whole"
            + " FROM unnest(?, ?, ?, ?) AS n (merchant_id, kind, unit, owner)"
            + " JOIN ledger.account a USING (merchant_id, kind, unit, owner)";

    private static final String AVAILABLE = "SELECT id, balance - held - floor AS available FROM ledger.account"
            + " WHERE id = ANY (?) AND floor IS NOT NULL AND NOT frozen";

    AccountId open(Connection connection, AccountTerms terms) throws SQLException {
        Optional<AccountId> there = find(connection, terms);
        if (there.isPresent()) {
            return there.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            bind(insert, terms);
            insert.setObject(5, terms.floor());
            try (ResultSet made = insert.executeQuery()) {
                if (made.next()) {
                    return new AccountId(made.getLong(1));
                }
            }
        }
        return find(connection, terms).orElseThrow();
    }

    /** Opens many with one statement; several may ask for the same at once. */
    List<AccountId> open(Connection connection, List<AccountTerms> terms) throws SQLException {
        Rows rows = new Rows("uuid", "text", "text", "text", "int8");
        for (AccountTerms each : terms) {
            rows.add(each.merchantId(), each.kind(), each.unit(), each.owner(), each.floor());
        }
        Map<AccountTerms, AccountId> found = new HashMap<>();
        Pipeline pipeline = new Pipeline(connection);
        pipeline.add(OPEN_MANY, rows);
        pipeline.add(FIND_MANY, rows, row -> found.put(terms(row), new AccountId(row.getLong("id"))));
        pipeline.run();
        List<AccountId> ids = new ArrayList<>();
        for (AccountTerms each : terms) {
            AccountId id = found.get(each);
            ids.add(id == null ? open(connection, each) : id);
        }
        return ids;
    }

    private static Optional<AccountId> find(Connection connection, AccountTerms terms) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            bind(select, terms);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new AccountId(row.getLong(1))) : Optional.empty();
            }
        }
    }

    private static void bind(PreparedStatement statement, AccountTerms terms) throws SQLException {
        statement.setObject(1, terms.merchantId());
        statement.setString(2, terms.kind());
        statement.setString(3, terms.unit());
        statement.setString(4, terms.owner());
    }

    Optional<AccountView> read(Connection connection, AccountId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row)) : Optional.empty();
            }
        }
    }

    /** Those of these that are open, with one statement. */
    Map<AccountTerms, AccountView> read(Connection connection, Collection<AccountTerms> terms) throws SQLException {
        Rows rows = new Rows("uuid", "text", "text", "text");
        terms.forEach(each -> rows.add(each.merchantId(), each.kind(), each.unit(), each.owner()));
        Map<AccountTerms, AccountView> found = new HashMap<>();
        Pipeline select = new Pipeline(connection);
        select.add(READ_MANY, rows, row -> found.put(terms(row), view(row)));
        select.run();
        return found;
    }

    Map<AccountId, Long> available(Connection connection, Collection<AccountId> ids) throws SQLException {
        Rows rows = new Rows("int8");
        ids.forEach(id -> rows.add(id.value()));
        Map<AccountId, Long> available = new HashMap<>();
        Pipeline select = new Pipeline(connection);
        select.add(AVAILABLE, rows, row -> available.put(new AccountId(row.getLong("id")), row.getLong("available")));
        select.run();
        return available;
    }

    private static AccountView.Caps caps(ResultSet row) throws SQLException {
        return new AccountView.Caps(row.getObject("cap_single", Long.class), row.getObject("cap_daily", Long.class));
    }

    private static AccountView view(ResultSet row) throws SQLException {
        return new AccountView(
                new AccountId(row.getLong("id")),
                terms(row),
                row.getLong("whole"),
                row.getLong("held"),
                caps(row),
                row.getBoolean("frozen"),
                new AccountView.Out(row.getObject("out_day", LocalDate.class), row.getLong("out_today")));
    }

    static AccountTerms terms(ResultSet row) throws SQLException {
        return new AccountTerms(
                row.getObject("merchant_id", UUID.class),
                row.getString("kind"),
                row.getString("unit"),
                row.getString("owner"),
                row.getObject("floor", Long.class));
    }

    void cap(Connection connection, AccountId id, AccountView.Caps caps) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE ledger.account SET cap_single = ?, cap_daily = ? WHERE id = ? AND floor IS NOT NULL")) {
            update.setObject(1, caps.single());
            update.setObject(2, caps.daily());
            update.setLong(3, id.value());
            requireOne(update.executeUpdate(), id);
        }
    }

    void freeze(Connection connection, AccountId id, boolean frozen) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE ledger.account SET frozen = ? WHERE id = ?")) {
            update.setBoolean(1, frozen);
            update.setLong(2, id.value());
            requireOne(update.executeUpdate(), id);
        }
    }

    private static void requireOne(int updated, AccountId id) {
        if (updated == 0) {
            throw new CounterException(LedgerError.NO_SUCH_ACCOUNT, Long.toString(id.value()));
        }
    }
}
