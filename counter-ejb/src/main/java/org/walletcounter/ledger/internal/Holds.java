package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.HoldView;
import org.walletcounter.ledger.LedgerError;

/**
 * Places and resolves holds; only confirming one is the writer's work. Whoever changes a hold locks its account first.
 * Works on the caller's connection; stateless and thread-safe.
 */
final class Holds {

    private static final String LOCK_ACCOUNT =
            "SELECT * FROM ledger.account WHERE id = ? AND floor IS NOT NULL FOR NO KEY UPDATE";

    private static final String PLACE = "WITH held AS (UPDATE ledger.account SET held = held + ? WHERE id = ?)"
            + " INSERT INTO ledger.hold (amount, account_id, id, expires_at, reason, placed_at) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String RELEASE = "WITH gone AS (UPDATE ledger.hold SET state = 'RELEASED', resolved_at = ?"
            + " WHERE id = ? AND state = 'OPEN' RETURNING account_id, amount)"
            + " UPDATE ledger.account a SET held = a.held - g.amount FROM gone g WHERE a.id = g.account_id";

    private final Clock clock;

    Holds(Clock clock) {
        this.clock = clock;
    }

    HoldView place(Connection connection, HoldRequest request) throws SQLException {
        if (request.amount() <= 0) {
            throw CounterException.at("amount", KernelError.FIELD_INVALID, "amount");
        }
        LockedAccount account = lock(connection, request.account());
        Optional<HoldView> there = find(connection, request.id());
        if (there.isPresent()) {
            return sameAs(request, there.get());
        }
        requireUnderCaps(connection, account, request);
        requireRoom(account, request.amount());
        try (PreparedStatement insert = connection.prepareStatement(PLACE)) {
            insert.setLong(1, request.amount());
            insert.setLong(2, request.account().value());
            insert.setLong(3, request.amount());
            insert.setLong(4, request.account().value());
            insert.setObject(5, request.id());
            insert.setObject(6, request.expiresAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, request.reason());
            insert.setObject(8, now());
            insert.executeUpdate();
        }
        return find(connection, request.id()).orElseThrow();
    }

    private static void requireUnderCaps(Connection connection, LockedAccount account, HoldRequest request)
            throws SQLException {
        if (account.terms().frozen()) {
            throw new CounterException(LedgerError.ACCOUNT_FROZEN);
        }
        Long single = account.caps().single();
        if (single != null && request.amount() > single) {
            throw new CounterException(LedgerError.OVER_SINGLE_CAP, Amount.of(single, account));
        }
        Long daily = account.caps().daily();
        if (daily != null) {
            LocalDate day = request.businessDay();
            if (day == null) {
                throw new IllegalArgumentException("Account " + account.terms().id()
                        + " has a cap for the day: a hold on it needs its business day.");
            }
            SettingTheScene.readPastDay(connection, account, day);
            requireUnderDailyCap(account, request.amount(), day, daily);
        }
    }

    private static void requireUnderDailyCap(LockedAccount account, long amount, LocalDate day, long cap) {
        Long left = account.leftOn(day);
        if (left != null && amount > left) {
            throw new CounterException(LedgerError.OVER_DAILY_CAP, Amount.of(cap, account), Amount.of(left, account));
        }
    }

    private static void requireRoom(LockedAccount account, long amount) {
        if (amount > account.available()) {
            throw new CounterException(
                    LedgerError.INSUFFICIENT_FUNDS, Amount.of(Math.max(0, account.available()), account));
        }
    }

    private static HoldView sameAs(HoldRequest request, HoldView there) {
        if (!there.account().equals(request.account()) || there.amount() != request.amount()) {
            throw new CounterException(KernelError.KEY_REUSED);
        }
        return there;
    }

    HoldView release(Connection connection, UUID id) throws SQLException {
        HoldView hold = require(connection, id);
        lock(connection, hold.account());
        try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setObject(1, now());
            update.setObject(2, id);
            update.executeUpdate();
        }
        HoldView now = require(connection, id);
        if (now.state() == HoldView.State.CONFIRMED) {
            throw new CounterException(LedgerError.HOLD_NOT_OPEN, id.toString());
        }
        return now;
    }

    private static HoldView require(Connection connection, UUID id) throws SQLException {
        return find(connection, id).orElseThrow(() -> new CounterException(LedgerError.NO_SUCH_HOLD, id.toString()));
    }

    static Optional<HoldView> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM ledger.hold WHERE id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row)) : Optional.empty();
            }
        }
    }

    private static HoldView view(ResultSet row) throws SQLException {
        return new HoldView(
                row.getObject("id", UUID.class),
                new AccountId(row.getLong("account_id")),
                row.getLong("amount"),
                row.getLong("confirmed"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                HoldView.State.valueOf(row.getString("state")));
    }

    private static LockedAccount lock(Connection connection, AccountId id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_ACCOUNT)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return SettingTheScene.account(row);
                }
            }
        }
        throw new CounterException(LedgerError.NO_SUCH_ACCOUNT, Long.toString(id.value()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
