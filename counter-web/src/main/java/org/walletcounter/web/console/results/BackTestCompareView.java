package org.walletcounter.web.console.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** Two back-tests side by side. */
@Named("backTestCompareView")
@RequestScoped
@AnswersRefusals
public class BackTestCompareView {

    private static final int BASIS_POINTS = 10_000;

    @Inject
    private BackTests tests;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private UpliftWords words;

    private @Nullable UUID one;
    private @Nullable UUID other;
    private @Nullable BackTestView first;
    private @Nullable BackTestView second;
    private final List<Row> rows = new ArrayList<>();

    /** A figure in both, and how the second differs; an empty difference where the currencies do. */
    public record Row(String figure, String first, String second, String difference) {}

    /** Reads the two that the address names. */
    public void load() {
        if (one == null || other == null) {
            return;
        }
        BackTestView a = tests.backTest(console.getActor(), one);
        BackTestView b = tests.backTest(console.getActor(), other);
        first = a;
        second = b;
        count("orders", BackTestResult::orders);
        count("reached", BackTestResult::reached);
        share("reach", result -> part(result.reached(), result.orders()));
        money("cost", result -> result.sums().cost());
        money("promised", result -> result.sums().promised());
        money("revenue", result -> result.sums().after() - result.sums().before());
        money("margin", result -> result.margin().after() - result.margin().before());
        count("belowCost", result -> result.margin().belowCost());
        money("average", result -> result.reached() == 0 ? 0 : result.sums().cost() / result.reached());
        share("depth", result -> part(result.sums().cost(), result.sums().list()));
    }

    private static long part(long part, long whole) {
        return whole == 0 ? 0 : BASIS_POINTS * part / whole;
    }

    private void count(String key, ToLongFunction<BackTestResult> of) {
        row(key, of, (result, value) -> show.number(value));
    }

    private void share(String key, ToLongFunction<BackTestResult> of) {
        row(key, of, (result, value) -> words.share(value));
    }

    private void money(String key, ToLongFunction<BackTestResult> of) {
        row(key, of, (result, value) -> show.minor(value, result.currency()));
    }

    private void row(String key, ToLongFunction<BackTestResult> of, Writing writing) {
        if (first == null || second == null) {
            return;
        }
        BackTestResult a = first.result();
        BackTestResult b = second.result();
        long difference = of.applyAsLong(b) - of.applyAsLong(a);
        String written = writing.write(b, difference);
        rows.add(new Row(
                key,
                writing.write(a, of.applyAsLong(a)),
                writing.write(b, of.applyAsLong(b)),
                a.currency().equals(b.currency()) ? (difference > 0 ? "+" + written : written) : ""));
    }

    /** Writes a figure. */
    @FunctionalInterface
    private interface Writing {
        String write(BackTestResult result, long value);
    }

    public List<Row> getRows() {
        return rows;
    }

    public @Nullable BackTestView getFirst() {
        return first;
    }

    public @Nullable BackTestView getSecond() {
        return second;
    }

    public @Nullable UUID getOne() {
        return one;
    }

    public void setOne(@Nullable UUID one) {
        this.one = one;
    }

    public @Nullable UUID getOther() {
        return other;
    }

    public void setOther(@Nullable UUID other) {
        this.other = other;
    }
}
