package org.walletcounter.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps how PostgreSQL goes about the queries that read a table, and about what changes its rows: for each its plan, with
 * the very values that it is asked with. For one thread.
 */
public final class ExplainedQueries {

    private static final Set<String> EXECUTING = Set.of("execute", "executeQuery", "executeUpdate");

    private final DataSource real;
    private final Pattern reading;
    private final List<String> plans = new ArrayList<>();

    /** Queries on a database. */
    public ExplainedQueries(DataSource real, String table) {
        this.real = real;
        String touching = "(^update| from| join) " + Pattern.quote(table) + "\\b";
        this.reading = Pattern.compile(touching, Pattern.CASE_INSENSITIVE);
    }

    /** The database, as it is. */
    public DataSource source() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = call(real, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    /** The plans so far, in the order of the queries. */
    public List<String> plans() {
        return List.copyOf(plans);
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                            && reading.matcher((String) arguments[0]).find()
                    ? watched(connection, statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        List<Value> values = new ArrayList<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                values.add(new Value(method, arguments));
            }
            if (EXECUTING.contains(method.getName())) {
                plans.add(plan(connection, sql, values));
            }
            return call(statement, method, arguments);
        });
    }

    private static String plan(Connection connection, String sql, List<Value> values) throws Throwable {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement explaining = connection.prepareStatement("EXPLAIN " + sql)) {
            for (Value each : values) {
                call(explaining, each.setter, each.arguments);
            }
            read(explaining, plan);
        }
        return plan.toString();
    }

    private static void read(PreparedStatement explaining, StringBuilder plan) throws SQLException {
        try (ResultSet lines = explaining.executeQuery()) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ExplainedQueries.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** A value as it was set. */
    private record Value(Method setter, Object[] arguments) {}
}
