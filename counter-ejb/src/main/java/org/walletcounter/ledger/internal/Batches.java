package org.walletcounter.ledger.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;

/**
 * Brings a batch into the database and through whatever may go wrong there. What passes on a second try is tried again; a
 * batch that the database refuses is taken apart, so that one faulty submission never spoils the others. Thread-safe.
 */
final class Batches {

    private static final int TRIES = 6;
    private static final int PAUSE_NANOS = 2_000_000;

    /** After a name was found taken, names are looked up beforehand for so long: who sends such costs one batch, not each. */
    private static final long CONTESTED_NANOS = 10_000_000_000L;

    private final DataSource source;
    private final Writer writer;
    private volatile long contestedUntil = System.nanoTime();

    Batches(DataSource source, Writer writer) {
        this.source = source;
        this.writer = writer;
    }

    /**
     * Commits the batch; afterwards every piece has its outcome, and it is durable.
     *
     * @throws CounterException with {@link LedgerError#OUTCOME_UNKNOWN} when the connection was lost in the commit
     */
    void commit(List<Piece> batch) {
        try {
            persist(batch);
        } catch (SQLException failure) {
            SqlState state = SqlState.of(failure);
            if (state == SqlState.CONNECTION_LOST || state == SqlState.NO_ROOM) {
                LedgerLog.LOG.unavailable(batch.size(), failure);
                refuse(batch, KernelError.UNAVAILABLE);
            } else {
                takeApart(batch, failure);
            }
        } catch (OutcomeUnknown unknown) {
            throw unknown;
        } catch (RuntimeException fault) {
            takeApart(batch, fault);
        }
    }

    /** The connection was lost in the commit. */
    private static final class OutcomeUnknown extends CounterException {

        private static final long serialVersionUID = 1L;

        OutcomeUnknown() {
            super(LedgerError.OUTCOME_UNKNOWN);
        }
    }

    private void takeApart(List<Piece> batch, Exception failure) {
        if (batch.size() == 1) {
            LedgerLog.LOG.journalFailed(batch.get(0).id().toString(), failure);
            refuse(batch, KernelError.INTERNAL);
            return;
        }
        LedgerLog.LOG.batchTakenApart(batch.size(), failure);
        for (Piece piece : batch) {
            commit(List.of(piece));
        }
    }

    private static void refuse(List<Piece> batch, ErrorCode error) {
        for (Piece piece : batch) {
            piece.decide(new Outcome.Refused(error, List.of(piece.id().toString())));
        }
    }

    /**
     * Tries until it is durable or fails for good. What failed while names were hoped to be free may have failed because one
     * was not (a journal that is in the book comes again with its id), so the next try looks them up.
     */
    private void persist(List<Piece> batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(batch, contestedUntil - System.nanoTime() <= 0);
                return;
            } catch (SQLException failure) {
                if (attempt == TRIES || SqlState.of(failure) != SqlState.TRY_AGAIN) {
                    throw failure;
                }
            } catch (Booking.NameTaken taken) {
                if (attempt == TRIES) {
                    throw taken;
                }
            }
            contestedUntil = System.nanoTime() + CONTESTED_NANOS;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(PAUSE_NANOS) * (long) attempt);
        }
    }

    private void attempt(List<Piece> batch, boolean hoping) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            try {
                if (hoping) {
                    writer.writeHopefully(connection, batch);
                } else {
                    writer.write(connection, batch);
                }
            } catch (SQLException | RuntimeException failure) {
                rollback(connection, failure);
                throw failure;
            }
            commit(connection, batch.size());
        } finally {
            close(connection);
        }
    }

    /** What is committed stays committed, whatever becomes of the connection. */
    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            LedgerLog.LOG.notClosed(broken);
        }
    }

    private static void rollback(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private static void commit(Connection connection, int size) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (SqlState.of(failure) == SqlState.CONNECTION_LOST) {
                LedgerLog.LOG.outcomeUnknown(size, failure);
                throw new OutcomeUnknown();
            }
            rollback(connection, failure);
            throw failure;
        }
    }
}
