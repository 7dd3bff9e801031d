package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Samples;

/** G7: the board and the reports over everything that lies on disk. */
final class Screens implements Goal {

    @Override
    public String code() {
        return "G7";
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(Figure.unmeasured(
                code(), "first answer of the board against 300 ms", "not measured: the roll-ups are being built"));
    }
}
