package org.walletcounter.bench.goals;

import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Stage;

/** G3: how long a customer waits at half of what the server can take, and at other fixed rates. */
final class Latency implements Goal {

    private static final int CONNECTIONS = 256;
    private static final int LIMIT_CLIENTS = 8;
    private static final int CLIENTS_AT_HALF = 16;
    private static final double[] SHARES = {0.25, 0.5, 0.75, 0.9};
    private static final List<String> PERCENTILES = List.of("p50", "p95", "p99", "p99.9", "max");
    private static final String P99 = "p99 at half load";
    private static final String P999 = "p99.9 at half load";
    private static final String LIMIT_P50 = "p50 of the limit";
    private static final String LIMIT_P99 = "p99 of the limit at half load";
    private static final double HIGHEST_P999 = 50;

    @Override
    public String code() {
        return "G3";
    }

    @Override
    public void round(Measuring measuring) {
        Samples samples = measuring.samples();
        Histogram limit = measuring.limitMicros(Yardstick.PAYMENT, LIMIT_CLIENTS);
        samples.add(LIMIT_P50, limit.getValueAtPercentile(50) / 1000.0);
        double half = measuring.peak().perSecond() / 2;
        Histogram due = measuring.limitMicrosAt(Yardstick.PAYMENT, CLIENTS_AT_HALF, half);
        samples.add(LIMIT_P99, due.getValueAtPercentile(99) / 1000.0);
        Load load = at(measuring, 0.5);
        samples.add(P99, load.millis("p99"));
        samples.add(P999, load.millis("p99.9"));
    }

    @Override
    public void after(Measuring measuring) {
        for (double share : SHARES) {
            if (share != 0.5) {
                at(measuring, share);
            }
        }
    }

    private static Load at(Measuring measuring, double share) {
        double rate = measuring.peak().perSecond() * share;
        Load load = measuring.open(Stage.MANY, CONNECTIONS, measuring.settings().seconds(), rate);
        Samples samples = measuring.samples();
        samples.add(name("rate", share), rate);
        samples.add(name("answered", share), load.paidPerSecond());
        for (String percentile : PERCENTILES) {
            samples.add(name(percentile, share), load.millis(percentile));
        }
        return load;
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "p99 at half load against the limit's p50",
                        "ms",
                        samples.of(P99),
                        samples.of(LIMIT_P50),
                        Figure.Wanted.atMost(5),
                        "open loop, random arrivals, time counted from when a payment was due"),
                new Figure(
                        code(),
                        "p99 at half load against the limit's p99 at the same rate",
                        "ms",
                        samples.of(P99),
                        samples.of(LIMIT_P99),
                        Figure.Wanted.atMost(1),
                        "both in open loop; the limit with "
                                + CLIENTS_AT_HALF
                                + " sessions that have prepared their statements"),
                new Figure(
                        code(),
                        "p99.9 at half load against 50 ms",
                        "ms",
                        samples.of(P999),
                        List.of(HIGHEST_P999),
                        Figure.Wanted.atMost(1),
                        "the limit is the goal itself"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        Sheet sheet = new Sheet(
                "Answer times at fixed rates",
                "Open loop: payments fall due whether or not the server answers; milliseconds from then to the answer.",
                Sheet.Drawn.LINES,
                List.of(
                        "share of the peak",
                        "due/s",
                        "answered/s",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "max ms"));
        for (double share : SHARES) {
            sheet.row(
                    Math.round(share * 100) + " %",
                    samples.median(name("rate", share)),
                    samples.median(name("answered", share)),
                    samples.median(name("p50", share)),
                    samples.median(name("p95", share)),
                    samples.median(name("p99", share)),
                    samples.median(name("p99.9", share)),
                    samples.median(name("max", share)));
        }
        return List.of(sheet);
    }

    private static String name(String what, double share) {
        return String.format(Locale.ROOT, "%s at %.2f of the peak", what, share);
    }
}
