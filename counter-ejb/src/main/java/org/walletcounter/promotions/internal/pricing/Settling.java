package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Shares;
import org.walletcounter.promotions.internal.goods.Working;

/** The last steps: points, tax, rounding. */
final class Settling {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Terms.Names POINTS = new Terms.Names("Points", "积分抵扣");
    private static final Terms.Names TAX = new Terms.Names("Tax", "税");
    private static final Terms.Names ROUNDING = new Terms.Names("Rounding", "抹零");

    private final Scene scene;
    private final Scene catalogue;
    private final long[] net;
    private final long[] points;
    private final long[] tax;
    private final List<Adjustment> trace = new ArrayList<>();
    private long pointsSpent;
    private long rounding;

    Settling(Scene catalogue, Scene scene, Working working) {
        this.catalogue = catalogue;
        this.scene = scene;
        this.net = new long[scene.size()];
        for (int i = 0; i < net.length; i++) {
            net[i] = working.now(i);
        }
        this.points = new long[net.length];
        this.tax = new long[net.length];
    }

    /** Does all three. */
    Settling settle(@Nullable PointsOffer offer) {
        if (offer != null) {
            spend(offer);
        }
        rates().forEach(this::tax);
        round();
        return this;
    }

    List<Adjustment> trace() {
        return trace;
    }

    List<Quote.Line> lines() {
        List<Quote.Line> lines = new ArrayList<>();
        for (int i = 0; i < net.length; i++) {
            Basket.Line line = scene.lines().get(i);
            lines.add(new Quote.Line(
                    line.line(),
                    line.sku(),
                    line.quantity(),
                    catalogue.initial(i),
                    scene.initial(i),
                    net[i],
                    tax[i],
                    due(i)));
        }
        return lines;
    }

    Quote.Totals totals() {
        long due = 0;
        for (int i = 0; i < net.length; i++) {
            due += due(i);
        }
        return new Quote.Totals(
                sum(catalogue.amounts()),
                sum(scene.amounts()),
                sum(net),
                sum(points),
                pointsSpent,
                sum(tax),
                rounding,
                due + rounding);
    }

    private void spend(PointsOffer offer) {
        PointsOffer.ExchangeTerms terms = offer.terms();
        Long wanted = offer.wanted();
        long available = wanted == null ? offer.balance() : Math.min(offer.balance(), wanted);
        // Rounded down: the cap is a promise to the merchant.
        long cap = sum(net) * terms.capBasisPoints() / Shares.WHOLE;
        long times = Math.min(available / terms.points(), cap / terms.worth());
        if (times <= 0 || times * terms.points() < terms.leastPoints()) {
            return;
        }
        long worth = times * terms.worth();
        pointsSpent = times * terms.points();
        System.arraycopy(Shares.of(worth, net), 0, points, 0, points.length);
        Adjustment.Source source = new Adjustment.Source(offer.programmeId(), offer.programmeId(), 1, POINTS);
        add(
                Adjustment.Step.POINTS,
                source,
                Adjustment.Why.of("POINTS", pointsSpent, worth),
                sum(net),
                negative(points));
    }

    private Map<Integer, long[]> rates() {
        Map<Integer, long[]> rates = new TreeMap<>();
        for (int i = 0; i < net.length; i++) {
            int rate = scene.lines().get(i).taxBasisPoints();
            if (rate > 0) {
                rates.computeIfAbsent(rate, each -> new long[net.length])[i] = net[i] - points[i];
            }
        }
        return rates;
    }

    private void tax(int rate, long[] amounts) {
        boolean included = scene.basket().rules().taxIncluded();
        long base = sum(amounts);
        long whole = included ? Shares.WHOLE + rate : Shares.WHOLE;
        long due = (base * rate + whole / 2) / whole;
        long[] shares = Shares.of(due, amounts);
        for (int i = 0; i < shares.length; i++) {
            tax[i] += shares[i];
        }
        if (!included) {
            add(Adjustment.Step.TAX, own(TAX), Adjustment.Why.of("TAX", (long) rate), base, shares);
        }
    }

    private void round() {
        Basket.PriceRules rules = scene.basket().rules();
        long due = totals().payable();
        long half = rules.halfUp() ? rules.roundTo() / 2 : 0;
        long rounded = (due + half) / rules.roundTo() * rules.roundTo();
        rounding = rounded - due;
        if (rounding != 0) {
            trace.add(new Adjustment(
                    Adjustment.Step.ROUNDING,
                    own(ROUNDING),
                    Adjustment.Why.of("ROUNDING", rules.roundTo()),
                    due,
                    rounding,
                    List.of(),
                    List.of()));
        }
    }

    private void add(Adjustment.Step step, Adjustment.Source source, Adjustment.Why why, long base, long[] shares) {
        List<Adjustment.Share> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                parts.add(new Adjustment.Share(scene.lines().get(i).line(), shares[i]));
            }
        }
        if (!parts.isEmpty()) {
            trace.add(new Adjustment(step, source, why, base, sum(shares), parts, List.of()));
        }
    }

    private long due(int index) {
        boolean included = scene.basket().rules().taxIncluded();
        return net[index] - points[index] + (included ? 0 : tax[index]);
    }

    private static Adjustment.Source own(Terms.Names names) {
        return new Adjustment.Source(NOBODY, NOBODY, 1, names);
    }

    private static long[] negative(long[] amounts) {
        long[] negated = new long[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            negated[i] = -amounts[i];
        }
        return negated;
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
