package org.walletcounter.bench.goals;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Goal;
import org.walletcounter.bench.Measuring;
import org.walletcounter.bench.Samples;
import org.walletcounter.bench.Sheet;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.internal.pricing.PurePricing;

/**
 * G10: the price of thirty lines with twenty promotions and twenty vouchers, in process. Each basket is a new one, so nothing
 * is remembered from the one before; the price is compiled first, as it is in a server that has been open for a minute.
 */
final class Quoting implements Goal {

    private static final double MILLIS = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 99;
    private static final int WARM_UP = 3_000;
    private static final int QUOTES = 3_000;
    private static final String TIME = "ms of a quote, p99";
    private static final String MIDDLE = "ms of a quote, p50";
    private static final String LONGEST = "ms of a quote, longest";
    private static final String EXACT = "% of quotes proved to be the best";

    private final Pricing pricing = new PurePricing();
    private long seed;

    @Override
    public String code() {
        return "G10";
    }

    @Override
    public void before(Measuring measuring) {
        for (int i = 0; i < WARM_UP; i++) {
            BusyShop shop = new BusyShop(seed++);
            pricing.quote(shop.customer(), shop.offers());
        }
    }

    @Override
    public void round(Measuring measuring) {
        Histogram nanos = new Histogram(3);
        int exact = 0;
        for (int i = 0; i < QUOTES; i++) {
            BusyShop shop = new BusyShop(seed++);
            QuoteRequest request = shop.customer();
            Offers offers = shop.offers();
            long begin = System.nanoTime();
            Quote quote = pricing.quote(request, offers);
            nanos.recordValue(System.nanoTime() - begin);
            exact += quote.search().exact() ? 1 : 0;
        }
        Samples samples = measuring.samples();
        samples.add(TIME, nanos.getValueAtPercentile(P99) / NANOS_PER_MILLI);
        samples.add(MIDDLE, nanos.getValueAtPercentile(50) / NANOS_PER_MILLI);
        samples.add(LONGEST, nanos.getMaxValue() / NANOS_PER_MILLI);
        samples.add(EXACT, 100.0 * exact / QUOTES);
        measuring.tell(
                "%d quotes: p50 %.2f  p99 %.2f  longest %.2f ms, %d proved",
                QUOTES,
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(P99) / NANOS_PER_MILLI,
                nanos.getMaxValue() / NANOS_PER_MILLI,
                exact);
    }

    @Override
    public List<Figure> figures(Samples samples) {
        return List.of(
                new Figure(
                        code(),
                        "p99 of a quote of 30 lines, 20 promotions, 20 vouchers against 5 ms",
                        "ms",
                        samples.of(TIME),
                        List.of(MILLIS),
                        Figure.Wanted.atMost(1),
                        "in process; " + QUOTES + " different baskets a round"),
                new Figure(
                        code(),
                        "quotes proved to be the best combination against all",
                        "%",
                        samples.of(EXACT),
                        List.of(100.0),
                        Figure.Wanted.atLeast(1),
                        "where the proof would take too long the best that was found is the price, and the quote says so"));
    }

    @Override
    public List<Sheet> sheets(Samples samples) {
        if (samples.of(TIME).isEmpty()) {
            return List.of();
        }
        Sheet sheet = new Sheet(
                "The hardest price",
                "Thirty lines, twenty promotions, twenty vouchers.",
                Sheet.Drawn.NOT,
                List.of("", "p50 ms", "p99 ms", "longest ms", "proved %"));
        sheet.row(
                "a quote",
                samples.median(MIDDLE),
                samples.median(TIME),
                samples.median(LONGEST),
                samples.median(EXACT));
        return List.of(sheet);
    }
}
