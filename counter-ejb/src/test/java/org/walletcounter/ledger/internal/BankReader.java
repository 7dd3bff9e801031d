package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at all balances of a merchant again and again while others work, each time on one snapshot: together they must be
 * nothing (I1), and none may lie below its floor (I3).
 */
final class BankReader implements AutoCloseable {

    private static final int PAUSE_NANOS = 10_000_000;

    private static final String LOOK = "SELECT sum(a.balance + coalesce((SELECT sum(t.amount) FROM ledger.tail t"
            + " WHERE t.account_id = a.id), 0)), min(a.balance - a.held - a.floor) FROM ledger.account a"
            + " WHERE a.merchant_id = ?";

    private final TreeSet<String> findings = new TreeSet<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final TestLedger ledger;
    private final UUID merchant;
    private final Thread thread;
    private volatile boolean open = true;

    BankReader(TestLedger ledger, UUID merchant) {
        this.ledger = ledger;
        this.merchant = merchant;
        this.thread = new Thread(this::work, "bank-reader");
        thread.start();
    }

    private void work() {
        try (Connection connection = ledger.database().app().getConnection();
                PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setObject(1, merchant);
            while (open) {
                look(look);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException failure) {
            findings.add(failure.toString()); // who looks on no more has seen nothing
        }
    }

    private void look(PreparedStatement look) throws SQLException {
        try (ResultSet row = look.executeQuery()) {
            if (row.next() && row.getLong(1) != 0) {
                findings.add("I1");
            }
            if (row.getLong(2) < 0) {
                findings.add("I3");
            }
            looks.incrementAndGet();
        }
    }

    int looks() {
        return looks.get();
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Ends after one more look. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
