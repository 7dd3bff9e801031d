package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;

/** G4: transit taps through the API in batches of fifty against the same as SQL. */
final class Taps implements Goal {

    private static final double WANTED = 0.5;

    @Override
    public String code() {
        return "G4";
    }

    @Override
    public void round(Measuring measuring) {
        measuring
                .samples()
                .add(Yardstick.TAPS, Yardstick.TAPS_AT_ONCE * measuring.limit(Yardstick.TAPS, Yardstick.TAPS_CLIENTS));
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(new Figure(
                code(),
                "transit taps against taps debited in SQL, fifty at once",
                "/s",
                List.of(),
                samples.of(Yardstick.TAPS),
                Figure.Wanted.atLeast(WANTED),
                "not measured: the API takes no taps yet"));
    }
}
