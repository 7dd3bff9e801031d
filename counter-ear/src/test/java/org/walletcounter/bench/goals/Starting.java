package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Load;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;

/** G8: from the start of the server's process to its first payment, and what it holds in memory after all the load. */
final class Starting implements Goal {

    private static final double SECONDS = 12;
    private static final double MEBIBYTES = 700;
    private static final double NANOS = 1e9;
    private static final int STARTS = 3;
    private static final String START = "seconds to the first payment";
    private static final String RESIDENT = "MiB resident after load";

    @Override
    public String code() {
        return "G8";
    }

    @Override
    public void after(Measuring measuring) {
        double resident = measuring.stage().serverResidentBytes() / (1024.0 * 1024.0);
        measuring.samples().add(RESIDENT, resident);
        measuring.tell("resident after load: %.0f MiB", resident);
        for (int i = 0; measuring.server().isOurs() && i < STARTS; i++) {
            measuring.server().stop();
            long begin = System.nanoTime();
            measuring.server().start();
            double deployed = (System.nanoTime() - begin) / NANOS;
            Load first = measuring.first();
            measuring.samples().add(START, deployed + first.millis("max") / 1000);
        }
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "start of the server to its first payment against 12 s",
                        "s",
                        samples.of(START),
                        List.of(SECONDS),
                        Figure.Wanted.atMost(1),
                        "database and people are there; the limit is the goal itself"),
                new Figure(
                        code(),
                        "the server's resident memory after the load against 700 MiB",
                        "MiB",
                        samples.of(RESIDENT),
                        List.of(MEBIBYTES),
                        Figure.Wanted.atMost(1),
                        "after minutes of full load; an hour of it is the long mode's soak"));
    }
}
