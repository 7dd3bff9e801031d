package org.walletcounter.loyalty.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * How many rows the driver held at once: all that a statement gave, unless it said how many to fetch at a time and was in
 * a transaction.
 */
public final class HeldRows {

    private final AtomicInteger most = new AtomicInteger();

    /** The most that were read of one statement so far. */
    public int most() {
        return most.get();
    }

    /** The same data source, with an eye on what it gives. */
    DataSource over(DataSource source) {
        return watched(DataSource.class, source);
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                HeldRows.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object given = call(real, method, arguments);
                    if (real instanceof ResultSet rows && method.getName().equals("next")) {
                        note(rows);
                    }
                    if (given instanceof Connection connection) {
                        return watched(Connection.class, connection);
                    }
                    if (given instanceof PreparedStatement statement) {
                        return watched(PreparedStatement.class, statement);
                    }
                    return given instanceof ResultSet rows ? watched(ResultSet.class, rows) : given;
                }));
    }

    private void note(ResultSet rows) throws SQLException {
        if (rows.getFetchSize() == 0 || rows.getStatement().getConnection().getAutoCommit()) {
            most.accumulateAndGet(rows.getRow(), Math::max);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
