package org.walletcounter.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.walletcounter.run.RunSettings;

/**
 * What a measurement can be told: {@code -Dbench.…}.
 *
 * @param data where the measured counter lives; made anew by each run
 * @param project the root of the source tree
 * @param goals which ones; empty for all
 * @param longMode whether growth and soak are measured too
 * @param rounds how often each figure is taken in turn
 * @param seconds how long each measurement lasts
 * @param members how many wallets there are to pay from
 * @param attach whether to measure a counter that {@link ServeForBench} keeps instead of starting one
 */
public record BenchSettings(
        Path data,
        Path project,
        Set<String> goals,
        boolean longMode,
        int rounds,
        int seconds,
        int members,
        boolean attach) {

    private static final int PORT = 18080;

    static BenchSettings fromSystemProperties() {
        Path project = Path.of(System.getProperty("counter.project", "")).toAbsolutePath();
        String goals = text("bench.goals", "");
        return new BenchSettings(
                project.resolve(text("bench.data", "target/bench/data")),
                project,
                Arrays.stream(goals.split(",", -1))
                        .map(String::strip)
                        .filter(goal -> !goal.isEmpty())
                        .collect(Collectors.toSet()),
                text("bench.mode", "short").equals("long"),
                number("bench.rounds", 3),
                number("bench.seconds", 6),
                number("bench.members", 100_000),
                text("bench.attach", "false").equals("true"));
    }

    /** The counter to measure. {@code -Dbench.server=counter.ledger.writers=3,…} hands settings to its server. */
    public RunSettings run() {
        int http = number("bench.port", PORT);
        Map<String, String> extra = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("counter.")
                    && !Set.of("counter.project", "counter.wildfly").contains(name)) {
                extra.put(name, System.getProperty(name));
            }
        }
        for (String setting : text("bench.server", "").split(",")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                extra.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        extra.put("counter.demo", "false");
        return new RunSettings(
                data,
                project,
                Path.of(System.getProperty("counter.wildfly", "")),
                new RunSettings.Ports(http, http + 1, http + 2, http + 3, http + 4),
                extra,
                database());
    }

    /** PostgreSQL as the operator guide wants it for a busy counter; the limit is measured on the same. */
    private List<String> database() {
        return List.of(
                "unix_socket_directories=" + socket(),
                "shared_preload_libraries=pg_stat_statements",
                "shared_buffers=2GB",
                "max_wal_size=16GB",
                "min_wal_size=4GB");
    }

    /** Where pgbench meets PostgreSQL without a network between them; the way must be short. */
    public Path socket() {
        return Path.of(System.getProperty("java.io.tmpdir"), "wallet-counter-bench-" + number("bench.port", PORT));
    }

    /** What the generator draws from. */
    public Path populations() {
        return data.resolve("populations");
    }

    /** How many payments the long mode puts on disk. */
    public long payments() {
        return number("bench.payments", 10_000_000);
    }

    /** How long the long mode's soak lasts. */
    public int soakMinutes() {
        return number("bench.soak", 60);
    }

    /** Payments a second that Kill Bill took on this very machine; empty when nobody looked. */
    public OptionalInt killBill() {
        int given = number("bench.killbill", 0);
        return given > 0 ? OptionalInt.of(given) : OptionalInt.empty();
    }

    private static String text(String name, String usual) {
        String given = System.getProperty(name, "");
        return given.isBlank() ? usual : given.strip();
    }

    static int number(String name, int usual) {
        return Integer.parseInt(text(name, Integer.toString(usual)));
    }
}
