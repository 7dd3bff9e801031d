package org.walletcounter.ledger.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.walletcounter.ledger.LedgerError;

/**
 * One deliberate fault: a statement changed on its way to PostgreSQL, or a rule left out.
 *
 * @param sql changes the text of a statement
 * @param rules what the writer asks instead of all rules
 * @param deaf whether the connection breaks after each commit, before its answer arrives
 */
record Mutant(UnaryOperator<String> sql, List<Rule> rules, boolean deaf) {

    static final Mutant NONE = new Mutant(UnaryOperator.identity(), Rules.all(), false);

    /** Replaces a piece of SQL wherever it is sent. The piece must be in use, or the mutant would prove nothing. */
    static Mutant replacing(String piece, String by) {
        return new Mutant(sql -> sql.replace(piece, by), Rules.all(), false);
    }

    static Mutant without(LedgerError refusal) {
        Map<LedgerError, Rule> rules = Rules.byRefusal();
        rules.remove(refusal);
        return new Mutant(UnaryOperator.identity(), List.copyOf(rules.values()), false);
    }

    static Mutant deafToCommits() {
        return new Mutant(UnaryOperator.identity(), Rules.all(), true);
    }

    /** Both faults at once. */
    Mutant and(Mutant other) {
        return new Mutant(text -> other.sql.apply(sql.apply(text)), rules, deaf);
    }

    DataSource on(DataSource real) {
        return (DataSource) Proxy.newProxyInstance(
                Mutant.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = call(real, method, arguments);
                    return answer instanceof Connection connection ? on(connection) : answer;
                });
    }

    private Connection on(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Mutant.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = sql.apply((String) arguments[0]);
                    }
                    Object answer = call(real, method, arguments);
                    if (deaf && method.getName().equals("commit")) {
                        throw new SQLException("the connection broke", "08006");
                    }
                    return answer;
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
