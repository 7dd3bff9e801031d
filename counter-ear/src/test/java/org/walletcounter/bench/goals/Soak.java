package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.bench.Stage;

/** Half of the peak for a long time, minute by minute: nothing may creep. Only in the long mode. */
final class Soak implements Goal {

    private static final int CONNECTIONS = 256;
    private static final int SECONDS = 60;
    private static final double SHARE = 0.5;
    private static final double MEBIBYTE = 1024.0 * 1024.0;
    private static final String P99 = "soak p99";
    private static final String ANSWERED = "soak answered/s";
    private static final String RESIDENT = "soak MiB";
    private static final String SHED = "soak turned away, %";
    private static final String FIRST = "soak p99 of the first fifth";
    private static final String LAST = "soak p99 of the last fifth";

    @Override
    public String code() {
        return "SOAK";
    }

    @Override
    public void after(Measuring measuring) {
        if (!measuring.settings().longMode()) {
            return;
        }
        Samples samples = measuring.samples();
        double rate = SHARE * measuring.peak().perSecond();
        int minutes = measuring.settings().soakMinutes();
        for (int minute = 0; minute < minutes; minute++) {
            Load load = measuring.open(Stage.MANY, CONNECTIONS, SECONDS, rate);
            samples.add(ANSWERED, load.paidPerSecond());
            samples.add(P99, load.millis("p99"));
            samples.add(SHED, 100.0 * load.shed() / Math.max(1, load.shed() + load.paid()));
            samples.add(RESIDENT, measuring.stage().serverResidentBytes() / MEBIBYTE);
        }
        List<Double> all = samples.of(P99);
        int fifth = Math.max(1, all.size() / 5);
        all.subList(0, fifth).forEach(value -> samples.add(FIRST, value));
        all.subList(all.size() - fifth, all.size()).forEach(value -> samples.add(LAST, value));
    }

    @Override
    public List<Figure> figures(Samples samples) {
        if (samples.of(P99).isEmpty()) {
            return List.of(Figure.unmeasured(code(), "half load for a long time", "only in the long mode"));
        }
        return List.of(new Figure(
                code(),
                "p99 of the last fifth of " + samples.of(P99).size() + " minutes against the first",
                "ms",
                samples.of(LAST),
                List.of(samples.median(FIRST)),
                Figure.Wanted.atMost(1.5),
                "open loop at half of the peak"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        Sheet sheet = new Sheet(
                "Soak",
                "Half of the peak, minute by minute.",
                Sheet.Drawn.NOT,
                List.of("minute", "answered/s", "turned away, %", "p99 ms", "server MiB resident"));
        for (int i = 0; i < samples.of(P99).size(); i++) {
            sheet.row(
                    Integer.toString(i + 1),
                    samples.of(ANSWERED).get(i),
                    samples.of(SHED).get(i),
                    samples.of(P99).get(i),
                    samples.of(RESIDENT).get(i));
        }
        return sheet.rows().isEmpty() ? List.of() : List.of(sheet);
    }
}
