package org.walletcounter.bench.goals;

import java.util.List;
import java.util.OptionalInt;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;

/**
 * G0: ten times the payments of Kill Bill, a hundred times the baskets of Medusa. The two were measured once on the machine
 * of the design, with their own HTTP API on the same PostgreSQL; here they are constants, unless somebody has measured Kill Bill
 * on this machine and says so ({@code -Dbench.killbill}).
 */
final class Peers implements Goal {

    private static final int KILL_BILL = 305;
    private static final double MEDUSA = 10;
    private static final String BASKETS = "baskets/s";
    private static final int CONNECTIONS = 64;
    private static final String CONSTANT = "the limit is a constant, measured on the machine of the design";
    private OptionalInt killBill = OptionalInt.empty();

    @Override
    public String code() {
        return "G0";
    }

    @Override
    public void round(Measuring measuring) {
        killBill = measuring.settings().killBill();
        measuring.peak();
        measuring
                .samples()
                .add(
                        BASKETS,
                        measuring
                                .baskets(CONNECTIONS, measuring.settings().seconds())
                                .paidPerSecond());
    }

    @Override
    public List<Figure> figures(Samples samples) {
        String best = samples.best(
                Measuring.CONNECTIONS.stream().map(Measuring::perSecond).toList());
        return List.of(
                new Figure(
                        code(),
                        "payments against Kill Bill 0.22",
                        "/s",
                        samples.of(best),
                        List.of((double) killBill.orElse(KILL_BILL)),
                        Figure.Wanted.atLeast(10),
                        killBill.isPresent() ? "the limit was measured on this machine" : CONSTANT),
                new Figure(
                        code(),
                        "priced baskets of five lines against Medusa",
                        "/s",
                        samples.of(BASKETS),
                        List.of(MEDUSA),
                        Figure.Wanted.atLeast(100),
                        CONSTANT));
    }
}
