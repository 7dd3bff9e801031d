package org.walletcounter.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Plays the container's transactions for one database: inside {@link #in} every connection of {@link #source} is the same
 * one, and neither closing nor ending it does anything; it is committed at the end, or rolled back when something is
 * thrown. Outside, each connection commits by itself.
 */
public final class TestTransactions {

    private static final Set<String> LEFT_TO_THE_END = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource real;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();
    private final AtomicLong statements = new AtomicLong();
    private final ThreadLocal<String> latest = new ThreadLocal<>();

    /** Transactions on a database. */
    public TestTransactions(DataSource real) {
        this.real = real;
    }

    /** Runs work in a transaction, or joins the one that is open on this thread. */
    public <T> T in(Supplier<T> work) {
        if (current.get() != null) {
            return work.get();
        }
        try (Connection connection = real.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                current.remove();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The transaction could not be ended.", failure);
        }
    }

    /** Runs work in a transaction of its own, beside the one that is open on this thread, if any. */
    public <T> T inNew(Supplier<T> work) {
        Connection suspended = current.get();
        current.remove();
        try {
            return in(work);
        } finally {
            if (suspended != null) {
                current.set(suspended);
            }
        }
    }

    /** Gives connections that belong to the transaction of the calling thread. */
    public DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && current.get() != null) {
                        return leftOpen(current.get());
                    }
                    return call(real, method, arguments);
                });
    }

    /** How many statements were prepared in transactions so far, by entity managers or by hand. */
    public long statements() {
        return statements.get();
    }

    /** What the calling thread prepared last in a transaction, by an entity manager or by hand. */
    public String latest() {
        return Objects.requireNonNull(latest.get(), "nothing was prepared");
    }

    private Connection leftOpen(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TestTransactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                        latest.set((String) arguments[0]);
                    }
                    return LEFT_TO_THE_END.contains(method.getName()) ? null : call(connection, method, arguments);
                });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
