package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Stage;

/** G6: three times as many payments as the server can take. What it accepts it serves as ever; the rest it turns away at once. */
final class Overload implements Goal {

    private static final double TIMES = 3;
    private static final int CONNECTIONS = 1000;
    private static final String PAID = "payments/s in overload";
    private static final String BESIDE = "payments/s beside a bare server that turns away as many";
    private static final String PEAK = "payments/s right before and right after the overload";
    private static final String P99 = "p99 in overload";
    private static final String PEAK_P99 = "p99 right before and right after the overload";
    private static final String DUE = "due/s in overload";
    private static final String SHED = "turned away/s in overload";
    private static final String NEVER_SENT = "never sent/s in overload";
    private static final String NO_ADVICE = "turned away without Retry-After";

    @Override
    public String code() {
        return "G6";
    }

    /**
     * The machine may be another one a minute later, so the peak that the overload is held against is looked at right before it and
     * right after it.
     */
    @Override
    public void round(Measuring measuring) {
        int connections = measuring.peak().connections();
        int seconds = measuring.settings().seconds();
        measuring.settle();
        Load before = measuring.closed(Stage.MANY, connections, seconds);
        measuring.settle();
        Load load = measuring.open(Stage.MANY, CONNECTIONS, seconds, TIMES * before.paidPerSecond());
        measuring.settle();
        Load after = measuring.closed(Stage.MANY, connections, seconds);
        Samples samples = measuring.samples();
        samples.add(PAID, load.paidPerSecond());
        samples.add(PEAK, (before.paidPerSecond() + after.paidPerSecond()) / 2);
        samples.add(P99, load.millis("p99"));
        samples.add(PEAK_P99, (before.millis("p99") + after.millis("p99")) / 2);
        samples.add(DUE, TIMES * before.paidPerSecond());
        samples.add(SHED, load.shed() / load.seconds());
        samples.add(NEVER_SENT, load.neverSent() / load.seconds());
        samples.add(NO_ADVICE, load.shedWithoutAdvice());
        measuring.settle();
        Load beside = measuring.closedBeside(connections, CONNECTIONS, load.shed() / load.seconds());
        samples.add(BESIDE, beside.paidPerSecond());
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "payments at three times the peak against the peak",
                        "/s",
                        samples.of(PAID),
                        samples.of(PEAK),
                        Figure.Wanted.atLeast(0.9),
                        "open loop over " + CONNECTIONS + " connections; the peak right before and right after it"),
                new Figure(
                        code(),
                        "the same against what a bare server's refusals leave",
                        "/s",
                        samples.of(PAID),
                        samples.of(BESIDE),
                        Figure.Wanted.atLeast(0.9),
                        "payments while another server answers as many with 503, and nothing else"),
                new Figure(
                        code(),
                        "p99 of accepted payments then against p99 at the peak",
                        "ms",
                        samples.of(P99),
                        samples.of(PEAK_P99),
                        Figure.Wanted.atMost(2),
                        "counted from when a payment was due"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        return List.of(new Sheet(
                        "Three times the peak",
                        "Payments per second. Never sent: due, but every connection was still waiting for an answer.",
                        Sheet.Drawn.NOT,
                        List.of("", "due/s", "paid/s", "turned away/s", "never sent/s", "without Retry-After"))
                .row(
                        "overload",
                        samples.median(DUE),
                        samples.median(PAID),
                        samples.median(SHED),
                        samples.median(NEVER_SENT),
                        samples.median(NO_ADVICE)));
    }
}
