package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Samples;

/** G10: the price of thirty lines with twenty promotions and twenty vouchers, in process. */
final class Quoting implements Goal {

    @Override
    public String code() {
        return "G10";
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(Figure.unmeasured(
                code(),
                "p99 of a quote of 30 lines, 20 promotions, 20 vouchers against 5 ms",
                "not measured: there are no promotions yet"));
    }
}
