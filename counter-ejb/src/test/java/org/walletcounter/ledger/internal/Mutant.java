package org.walletcounter.ledger.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
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
 */
record Mutant(UnaryOperator<String> sql, List<Rule> rules) {

    static final Mutant NONE = new Mutant(UnaryOperator.identity(), Rules.all());

    /** Replaces a piece of SQL wherever it is sent. The piece must be in use, or the mutant would prove nothing. */
    static Mutant replacing(String piece, String by) {
        return new Mutant(sql -> sql.replace(piece, by), Rules.all());
    }

    static Mutant without(LedgerError refusal) {
        Map<LedgerError, Rule> rules = Rules.byRefusal();
        rules.remove(refusal);
        return new Mutant(UnaryOperator.identity(), List.copyOf(rules.values()));
    }

    Mutant and(Mutant other) {
        return new Mutant(
                text -> other.sql.apply(sql.apply(text)), rules.size() < other.rules.size() ? rules : other.rules);
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
                    return call(real, method, arguments);
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
