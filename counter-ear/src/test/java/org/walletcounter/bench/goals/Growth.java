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
import org.walletcounter.bench.Stage;

/**
 * G5: what a payment costs when ten million lie on disk, against what it costs on the first day. Only in the long mode. The
 * cost is CPU of server and database: it says the same at any load, which throughput does not.
 */
final class Growth implements Goal {

    private static final double WANTED = 1.1;
    private static final int CONNECTIONS = 64;
    private static final int TURNS = 5;
    private static final int AT_FIRST = 10_000;

    /** While the history is written nobody pays, and what payments need is pushed out of memory. */
    private static final int LEAST_WARM_UPS = 12;

    private static final int MOST_WARM_UPS = 40;
    private final List<Long> sizes = new ArrayList<>();

    @Override
    public String code() {
        return "G5";
    }

    /** Before anything else is measured, so that little lies on disk; what the warm-up has written does. */
    @Override
    public void before(Measuring measuring) {
        if (measuring.settings().longMode()) {
            measure(measuring, AT_FIRST);
        }
    }

    @Override
    public void after(Measuring measuring) {
        if (measuring.settings().longMode()) {
            long most = measuring.settings().payments();
            measure(measuring, most / 10);
            measure(measuring, most);
        }
    }

    private void measure(Measuring measuring, long wanted) {
        History history = new History(measuring.stage());
        history.growTo(wanted);
        long size = history.payments();
        sizes.add(size);
        measuring.tell("%d payments on disk", size);
        int seconds = measuring.settings().seconds();
        measuring.untilNoFaster(LEAST_WARM_UPS, MOST_WARM_UPS);
        for (int i = 0; i < TURNS; i++) {
            Spent before = measuring.spent();
            Load load = measuring.closed(Stage.MANY, CONNECTIONS, seconds);
            Spent each = measuring.spent().since(before).each(load.paid());
            Samples samples = measuring.samples();
            samples.add(name("cost", size), each.server() + each.database());
            samples.add(name("database", size), each.database());
            samples.add(name("perSecond", size), load.paidPerSecond());
            samples.add(name("p50", size), load.millis("p50"));
            samples.add(name("p99", size), load.millis("p99"));
        }
    }

    @Override
    public List<Figure> figures(Samples samples) {
        if (sizes.isEmpty()) {
            return List.of(Figure.unmeasured(
                    code(), "cost of a payment on 10 million against 10 thousand", "only in the long mode"));
        }
        return List.of(new Figure(
                code(),
                "CPU of a payment on " + sizes.get(sizes.size() - 1) + " against on " + sizes.get(0) + " payments",
                "µs",
                samples.of(name("cost", sizes.get(sizes.size() - 1))),
                List.of(samples.median(name("cost", sizes.get(0)))),
                Figure.Wanted.atMost(WANTED),
                "server and database, " + CONNECTIONS + " connections; the first size is what the warm-up left"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        if (sizes.isEmpty()) {
            return List.of();
        }
        Sheet sheet = new Sheet(
                "Growth",
                "The same load on more and more payments on disk.",
                Sheet.Drawn.BARS,
                List.of("payments on disk", "CPU µs", "database µs", "payments/s", "p50 ms", "p99 ms"));
        for (long size : sizes) {
            sheet.row(
                    Long.toString(size),
                    samples.median(name("cost", size)),
                    samples.median(name("database", size)),
                    samples.median(name("perSecond", size)),
                    samples.median(name("p50", size)),
                    samples.median(name("p99", size)));
        }
        return List.of(sheet);
    }

    private static String name(String what, long size) {
        return "growth " + what + " at " + size;
    }
}
