package org.walletcounter.ledger.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;

/**
 * One deliberate fault: a statement changed on its way to PostgreSQL, a rule left out or changed, or a key that says less.
 *
 * @param sql changes the text of a statement
 * @param rules what the writer asks instead of all rules
 * @param keys changes the keys of commands
 * @param deaf whether the connection breaks after each commit, before its answer arrives
 */
record Mutant(UnaryOperator<String> sql, List<Rule> rules, UnaryOperator<CommandKey> keys, boolean deaf) {

    static final Mutant NONE = new Mutant(UnaryOperator.identity(), Rules.all(), UnaryOperator.identity(), false);

    /** Replaces a piece of SQL wherever it is sent. The piece must be in use, or the mutant would prove nothing. */
    static Mutant replacing(String piece, String by) {
        return new Mutant(sql -> sql.replace(piece, by), NONE.rules, NONE.keys, false);
    }

    static Mutant without(LedgerError refusal) {
        Map<LedgerError, Rule> rules = Rules.byRefusal();
        rules.remove(refusal);
        return new Mutant(NONE.sql, List.copyOf(rules.values()), NONE.keys, false);
    }

    /** Asks another rule in the place of one. */
    static Mutant asking(LedgerError refusal, Rule instead) {
        Map<LedgerError, Rule> rules = Rules.byRefusal();
        rules.put(refusal, instead);
        return new Mutant(NONE.sql, List.copyOf(rules.values()), NONE.keys, false);
    }

    /** Holds the day's cap against what had left the account when the batch began. */
    static Rule sumBeforeTheBatch() {
        Map<Scene, Map<Long, Long>> batches = new WeakHashMap<>();
        return (entry, scene) -> {
            Map<Long, Long> left = batches.computeIfAbsent(scene, first -> new HashMap<>());
            for (Map.Entry<Long, Long> net : entry.nets().entrySet()) {
                LockedAccount account = Objects.requireNonNull(scene.accounts().get(net.getKey()));
                Long most = account.leftOn(entry.journal().facts().businessDay());
                if (most != null && -net.getValue() > left.computeIfAbsent(net.getKey(), id -> most)) {
                    return new Outcome.Refused(LedgerError.OVER_DAILY_CAP, List.of());
                }
            }
            return null;
        };
    }

    /** Counts what is taken back for the day, as if it had been spent. */
    static Rule countingWhatIsTakenBack() {
        return (entry, scene) -> {
            LocalDate day = entry.journal().facts().businessDay();
            entry.nets().forEach((id, net) -> {
                LockedAccount account = Objects.requireNonNull(scene.accounts().get(id));
                Long before = account.outOn(day);
                if (entry.journal().facts().recovers() && net < 0 && before != null) {
                    account.knowOutOn(day, before - net);
                }
            });
            return null;
        };
    }

    /** Whatever is asked under a key, the key takes it for the same. */
    static Mutant forgettingContent() {
        return new Mutant(NONE.sql, NONE.rules, key -> new CommandKey(key.actor(), key.key(), "anything"), false);
    }

    static Mutant deafToCommits() {
        return new Mutant(NONE.sql, NONE.rules, NONE.keys, true);
    }

    /** Both faults at once. */
    Mutant and(Mutant other) {
        return new Mutant(text -> other.sql.apply(sql.apply(text)), rules, keys, deaf);
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
