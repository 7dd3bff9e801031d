package org.walletcounter.kernel.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.KernelError;

/**
 * Keeps answers in {@code kernel.command}. That a key is still running is seen by a transaction-scoped advisory lock of
 * PostgreSQL: it is gone with the transaction, whatever ends it.
 */
@Stateless
@PermitAll
public class IdempotencyBean implements Idempotency {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Override
    public Answer once(CommandKey key, Supplier<Answer> command) {
        lock(key);
        Optional<Answer> before = recall(key);
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer = command.get();
        if (!insert(key, answer)) {
            // A refusal of the first attempt was kept meanwhile; what was done here must not stand beside it.
            throw new CounterException(KernelError.COMMAND_IN_FLIGHT);
        }
        return answer;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Answer keep(CommandKey key, Answer answer) {
        return insert(key, answer) ? answer : recall(key).orElse(answer);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Answer> recall(CommandKey key) {
        String sql = "SELECT content_hash, status, answer FROM kernel.command WHERE id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, key.claimId());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(key.contentHash())) {
                    throw new CounterException(KernelError.KEY_REUSED);
                }
                return Optional.of(new Answer(row.getInt(2), row.getString(3), true));
            }
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }

    private void lock(CommandKey key) {
        UUID id = key.claimId();
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, id.getMostSignificantBits());
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new CounterException(KernelError.COMMAND_IN_FLIGHT);
                }
            }
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }

    private boolean insert(CommandKey key, Answer answer) {
        String sql = "INSERT INTO kernel.command (id, content_hash, status, answer) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (id) DO NOTHING";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, key.claimId());
            insert.setString(2, key.contentHash());
            insert.setInt(3, answer.status());
            insert.setString(4, answer.body());
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw Sql.unavailable(failure);
        }
    }
}
