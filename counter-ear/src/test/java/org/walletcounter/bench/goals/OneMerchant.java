package org.walletcounter.bench.goals;

import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Stage;

/** G2: all payments to one merchant, one store, one till, against payments to a thousand stores. */
final class OneMerchant implements Goal {

    private static final String OURS = "payments/s to one merchant";
    private static final String MANY = "payments/s to many merchants in the same round";

    @Override
    public String code() {
        return "G2";
    }

    @Override
    public boolean needsOneMerchant() {
        return true;
    }

    /** The server has not seen these payers yet: what it remembers of people it remembers of these, too. */
    @Override
    public void before(Measuring measuring) {
        measuring.closed(
                Stage.ONE,
                measuring.peak().connections(),
                2 * measuring.settings().seconds());
    }

    @Override
    public void round(Measuring measuring) {
        int seconds = measuring.settings().seconds();
        int connections = measuring.peak().connections();
        Samples samples = measuring.samples();
        samples.add(Yardstick.ONE_MERCHANT, measuring.limit(Yardstick.ONE_MERCHANT, Yardstick.ONE_MERCHANT_CLIENTS));
        samples.add(MANY, measuring.closed(Stage.MANY, connections, seconds).paidPerSecond());
        samples.add(OURS, measuring.closed(Stage.ONE, connections, seconds).paidPerSecond());
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "payments to one merchant against payments to many",
                        "/s",
                        samples.of(OURS),
                        samples.of(MANY),
                        Figure.Wanted.atLeast(0.95),
                        "one store, one till; the limit is our own figure over 1,000 stores, taken just before"),
                new Figure(
                        code(),
                        "payments to one merchant against SQL with a hot row",
                        "/s",
                        samples.of(OURS),
                        samples.of(Yardstick.ONE_MERCHANT),
                        Figure.Wanted.atLeast(4),
                        "the limit at " + Yardstick.ONE_MERCHANT_CLIENTS + " clients"));
    }
}
