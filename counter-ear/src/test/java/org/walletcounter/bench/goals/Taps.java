package org.walletcounter.bench.goals;

import java.util.List;
import java.util.stream.Stream;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Spent;

/** G4: transit taps through the API in batches of fifty against the same as SQL. */
final class Taps implements Goal {

    private static final double WANTED = 0.5;
    private static final int CONNECTIONS = 8;
    private static final int WARM_UPS = 3;
    private static final String OURS = "taps/s through the API";
    private static final String P50 = "p50 of a batch of taps";
    private static final String P99 = "p99 of a batch of taps";
    private static final String SERVER = "server per tap";
    private static final String DATABASE = "database per tap";
    private static final String GENERATOR = "generator per tap";
    private static final String WAL = "wal per tap";
    private final Statements statements = new Statements();

    @Override
    public String code() {
        return "G4";
    }

    @Override
    public void before(Measuring measuring) {
        for (int i = 0; i < WARM_UPS; i++) {
            measuring.taps(CONNECTIONS, measuring.settings().seconds());
        }
    }

    @Override
    public void round(Measuring measuring) {
        Samples samples = measuring.samples();
        limit(measuring, Yardstick.TAPS);
        limit(measuring, Yardstick.BOOKED_TAPS);
        limit(measuring, Yardstick.KEPT_TAPS);
        Spent before = measuring.spent();
        Load load = measuring.taps(CONNECTIONS, measuring.settings().seconds());
        Spent each = measuring.spent().since(before).each(Yardstick.TAPS_AT_ONCE * load.paid());
        samples.add(OURS, Yardstick.TAPS_AT_ONCE * load.paidPerSecond());
        samples.add(P50, load.millis("p50"));
        samples.add(P99, load.millis("p99"));
        samples.add(SERVER, each.server());
        samples.add(DATABASE, each.database());
        samples.add(GENERATOR, each.generator());
        samples.add(WAL, each.walBytes());
        measuring.tell("  %s", each);
    }

    private static void limit(Measuring measuring, String script) {
        double batches = measuring.limit(script, Yardstick.TAPS_CLIENTS);
        measuring.samples().add(script, Yardstick.TAPS_AT_ONCE * batches);
    }

    @Override
    public void after(Measuring measuring) {
        statements.measure(measuring, () -> {
            Load load = measuring.taps(CONNECTIONS, measuring.settings().seconds());
            return Yardstick.TAPS_AT_ONCE * load.paid();
        });
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "transit taps against taps debited in SQL, fifty at once",
                        "/s",
                        samples.of(OURS),
                        samples.of(Yardstick.TAPS),
                        Figure.Wanted.atLeast(WANTED),
                        CONNECTIONS + " gates at once, each with fifty cards"),
                new Figure(
                        code(),
                        "the same against taps debited and booked in SQL",
                        "/s",
                        samples.of(OURS),
                        samples.of(Yardstick.BOOKED_TAPS),
                        Figure.Wanted.atLeast(WANTED),
                        "the limit keeps each tap's id and a posting for the wallet's statement, and nothing else"),
                new Figure(
                        code(),
                        "the same against all that a tap leaves, in SQL",
                        "/s",
                        samples.of(OURS),
                        samples.of(Yardstick.KEPT_TAPS),
                        Figure.Wanted.atLeast(WANTED),
                        "cards looked up, register, balanced journal, gathered payment, message and sums"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        Sheet cost = new Sheet(
                        "What a tap costs",
                        "CPU of each process tree in microseconds, the database's log; fifty taps in a request.",
                        Sheet.Drawn.NOT,
                        List.of("", "p50 ms", "p99 ms", "server µs", "database µs", "generator µs", "WAL bytes"))
                .row(
                        "a tap",
                        samples.median(P50),
                        samples.median(P99),
                        samples.median(SERVER),
                        samples.median(DATABASE),
                        samples.median(GENERATOR),
                        samples.median(WAL));
        return Stream.concat(Stream.of(cost), statements.sheets("tap").stream()).toList();
    }
}
