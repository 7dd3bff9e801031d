package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;

/** G9: lines of sales history imported per second; the Online Retail set in three minutes is 3,011. */
final class Importing implements Goal {

    private static final double LINES = 541_909;
    private static final double SECONDS = 180;
    private static final int SHORT_COPIES = 6;
    private static final int LONG_COPIES = 54;
    private static final String OURS = "lines/s imported";

    @Override
    public String code() {
        return "G9";
    }

    @Override
    public void after(Measuring measuring) {
        int copies = measuring.settings().longMode() ? LONG_COPIES : SHORT_COPIES;
        double perSecond = new ImportOfHistory(measuring.stage()).linesPerSecond(copies);
        measuring.samples().add(OURS, perSecond);
        measuring.tell("import: %.0f lines/s", perSecond);
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(new Figure(
                code(),
                "lines of sales history imported against 541,909 in three minutes",
                "/s",
                samples.of(OURS),
                List.of(LINES / SECONDS),
                Figure.Wanted.atLeast(1),
                "copies of the real days that ship with the product, a week apart: " + SHORT_COPIES
                        + " of 10,144 lines, in the long mode " + LONG_COPIES));
    }
}
