package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Samples;

/** G5: what a payment costs when ten million lie on disk, against the first ones. Part of the long mode. */
final class Growth implements Goal {

    @Override
    public String code() {
        return "G5";
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(Figure.unmeasured(
                code(),
                "cost of a payment on 10 million against 10 thousand payments",
                "not measured: only in the long mode"));
    }
}
