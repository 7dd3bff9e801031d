package org.walletcounter.bench.goals;

import java.util.ArrayList;
import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Spent;

/** G1: payments through the whole product against the same work as hand-written SQL, one transaction each. */
final class Payments implements Goal {

    private static final List<Integer> CLIENTS = List.of(4, 8, 16);
    private static final double WANTED = 1.0;
    private static final String[] COSTS = {"server", "database", "generator", "wal", "commits", "allocated"};
    private final Statements statements = new Statements();
    private int clients = CLIENTS.get(1);

    @Override
    public String code() {
        return "G1";
    }

    /** The yardstick is held at its best. */
    @Override
    public void before(Measuring measuring) {
        double best = 0;
        for (int each : CLIENTS) {
            double perSecond = measuring.limit(Yardstick.PAYMENT, each);
            measuring.samples().add(limitAt(each), perSecond);
            if (perSecond > best) {
                best = perSecond;
                clients = each;
            }
        }
    }

    @Override
    public void round(Measuring measuring) {
        Samples samples = measuring.samples();
        samples.add(Yardstick.PAYMENT, measuring.limit(Yardstick.PAYMENT, clients));
        for (int connections : Measuring.CONNECTIONS) {
            Spent before = measuring.spent();
            Load load = measuring.sample(connections);
            Spent each = measuring.spent().since(before).each(load.paid());
            double[] costs = {
                each.server(), each.database(), each.generator(), each.walBytes(), each.commits(), each.allocated()
            };
            for (int i = 0; i < costs.length; i++) {
                samples.add(cost(COSTS[i], connections), costs[i]);
            }
            measuring.tell("  %s", each);
        }
    }

    @Override
    public void after(Measuring measuring) {
        statements.measure(measuring);
    }

    @Override
    public List<Figure> figures(Samples samples) {
        String best = samples.best(
                Measuring.CONNECTIONS.stream().map(Measuring::perSecond).toList());
        return List.of(new Figure(
                code(),
                "payments through the API against one transaction each in SQL",
                "/s",
                samples.of(best),
                samples.of(Yardstick.PAYMENT),
                Figure.Wanted.atLeast(WANTED),
                best + "; the limit at " + clients + " clients"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        Sheet throughput = new Sheet(
                "Payments per second by connections",
                "Closed loop: every connection sends its next payment when the one before is answered.",
                Sheet.Drawn.BARS,
                List.of("connections", "payments/s", "p50 ms", "p99 ms"));
        Sheet costs = new Sheet(
                "What a payment costs",
                "CPU of each process tree in microseconds, the database's log, what the server allocates.",
                Sheet.Drawn.BARS,
                List.of(
                        "connections",
                        "server µs",
                        "database µs",
                        "generator µs",
                        "WAL bytes",
                        "commits",
                        "KiB allocated"));
        for (int n : Measuring.CONNECTIONS) {
            throughput.row(
                    Integer.toString(n),
                    samples.median(Measuring.perSecond(n)),
                    samples.median(Measuring.p50(n)),
                    samples.median(Measuring.p99(n)));
            costs.row(
                    Integer.toString(n),
                    samples.median(cost("server", n)),
                    samples.median(cost("database", n)),
                    samples.median(cost("generator", n)),
                    samples.median(cost("wal", n)),
                    samples.median(cost("commits", n)),
                    samples.median(cost("allocated", n)) / 1024);
        }
        List<Sheet> sheets = new ArrayList<>(List.of(throughput, costs, limits(samples), leftBehind(samples)));
        sheets.addAll(statements.sheets());
        return sheets;
    }

    private static Sheet limits(Samples samples) {
        Sheet limits = new Sheet(
                "The limit by clients",
                "pgbench over a local socket, one transaction per payment, no server beside it.",
                Sheet.Drawn.BARS,
                List.of("clients", "transactions/s"));
        CLIENTS.forEach(each -> limits.row(Integer.toString(each), samples.median(limitAt(each))));
        return limits;
    }

    private static Sheet leftBehind(Samples samples) {
        List<Double> seconds = samples.of(Measuring.LEFT_BEHIND);
        return new Sheet(
                        "Work left behind",
                        "How long the server went on working when a load had ended, before the limit was measured;"
                                + " 19.5 s is where the wait ends.",
                        Sheet.Drawn.NOT,
                        List.of("", "median s", "longest s"))
                .row(
                        "after a load",
                        Samples.median(seconds),
                        seconds.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    private static String limitAt(int clients) {
        return Yardstick.PAYMENT + " at " + clients + " clients";
    }

    private static String cost(String what, int connections) {
        return what + " per payment at " + connections + " connections";
    }
}
