package org.walletcounter.loyalty.internal;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.loyalty.Programme.Multiplier;

/**
 * How many points a sale earns, exactly: one division for the whole sale, rounded down, and the points shared out to the
 * lines by their largest remainders. Pure.
 *
 * @param lines the points of each line that has some; a visit's stand on line 0, before its lines
 */
record EarnedPoints(long total, List<Share> lines) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** The points of one line. */
    record Share(int line, long points) {}

    static EarnedPoints of(Programme programme, EarnRequest sale, Tiering.@Nullable Place tier) {
        List<Long> bases = bases(sale);
        if (bases.stream().noneMatch(base -> base > 0)) {
            return new EarnedPoints(0, List.of());
        }
        Programme.Earning earning = programme.earning();
        BigInteger factor = BigInteger.valueOf(earning.points())
                .multiply(tierPercent(earning, tier))
                .multiply(percent(earning, Multiplier.Kind.DAY, names(sale.day()), 100));
        if (earning.basis() == Programme.Basis.VISIT) {
            return ofVisit(sale, bases, factor.divide(HUNDRED.pow(2)).longValueExact());
        }
        List<BigInteger> weights = IntStream.range(0, bases.size())
                .mapToObj(
                        i -> weight(earning, sale.lines().get(i), bases.get(i)).multiply(factor))
                .toList();
        long unit = earning.basis() == Programme.Basis.AMOUNT ? earning.perMinor() : 1;
        return shared(sale, weights, HUNDRED.pow(3).multiply(BigInteger.valueOf(unit)));
    }

    /** The visit's points stand on line 0; the paid lines follow with none, so that a return knows when all are back. */
    private static EarnedPoints ofVisit(EarnRequest sale, List<Long> bases, long points) {
        List<Share> shares = new ArrayList<>(List.of(new Share(0, points)));
        for (int i = 0; i < bases.size(); i++) {
            if (bases.get(i) > 0) {
                shares.add(new Share(sale.lines().get(i).line(), 0));
            }
        }
        return new EarnedPoints(points, List.copyOf(shares));
    }

    /** What each line's base is: what is paid for it less its share of what earns nothing. */
    static List<Long> bases(EarnRequest sale) {
        BigInteger sum = sale.lines().stream()
                .map(line -> BigInteger.valueOf(line.net()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || sale.notEarning() >= sum.longValueExact()) {
            return sale.lines().stream().map(line -> 0L).toList();
        }
        List<BigInteger> weights = sale.lines().stream()
                .map(line -> BigInteger.valueOf(line.net()).multiply(BigInteger.valueOf(sale.notEarning())))
                .toList();
        List<Long> away = divided(weights, sum);
        return IntStream.range(0, away.size())
                .mapToObj(i -> sale.lines().get(i).net() - away.get(i))
                .toList();
    }

    private static BigInteger weight(Programme.Earning earning, EarnRequest.Line line, long base) {
        long amount = earning.basis() == Programme.Basis.AMOUNT ? base : base > 0 ? line.quantity() : 0;
        return BigInteger.valueOf(amount)
                .multiply(percent(earning, Multiplier.Kind.CATEGORY, List.of(line.category()), 100));
    }

    /** What the programme says about the tier; if it says nothing, what the tier says about points. */
    private static BigInteger tierPercent(Programme.Earning earning, Tiering.@Nullable Place tier) {
        return tier == null ? HUNDRED : percent(earning, Multiplier.Kind.TIER, List.of(tier.code()), tier.percent());
    }

    /** The highest percentage of a kind that fits. */
    private static BigInteger percent(
            Programme.Earning earning, Multiplier.Kind kind, List<String> names, int otherwise) {
        return BigInteger.valueOf(earning.multipliers().stream()
                .filter(multiplier -> multiplier.kind() == kind && names.contains(multiplier.name()))
                .mapToInt(Multiplier::percent)
                .max()
                .orElse(otherwise));
    }

    private static List<String> names(LocalDate day) {
        return List.of(day.getDayOfWeek().name(), day.toString());
    }

    private static EarnedPoints shared(EarnRequest sale, List<BigInteger> weights, BigInteger unit) {
        List<Long> points = divided(weights, unit);
        List<Share> shares = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < points.size(); i++) {
            total = Math.addExact(total, points.get(i));
            if (points.get(i) > 0) {
                shares.add(new Share(sale.lines().get(i).line(), points.get(i)));
            }
        }
        return new EarnedPoints(total, List.copyOf(shares));
    }

    /** Each weight over the unit, rounded so that their sum is the sum's quotient rounded down; largest remainder first. */
    private static List<Long> divided(List<BigInteger> weights, BigInteger unit) {
        long total = weights.stream()
                .reduce(BigInteger.ZERO, BigInteger::add)
                .divide(unit)
                .longValueExact();
        long[] shares =
                weights.stream().mapToLong(w -> w.divide(unit).longValueExact()).toArray();
        long rest = total;
        for (long share : shares) {
            rest -= share;
        }
        List<Integer> order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> weights.get(i).mod(unit))
                        .reversed())
                .toList();
        for (int i = 0; i < rest; i++) {
            shares[order.get(i)]++;
        }
        return IntStream.range(0, shares.length).mapToObj(i -> shares[i]).toList();
    }

    /** The lines as a lot keeps them: line:points, comma separated. */
    String trace() {
        StringBuilder trace = new StringBuilder();
        for (Share share : lines) {
            trace.append(trace.isEmpty() ? "" : ",")
                    .append(share.line())
                    .append(':')
                    .append(share.points());
        }
        return trace.toString();
    }

    static List<Share> read(String trace) {
        List<Share> shares = new ArrayList<>();
        for (String part : trace.isEmpty() ? new String[0] : trace.split(",", -1)) {
            int colon = part.indexOf(':');
            shares.add(
                    new Share(Integer.parseInt(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1))));
        }
        return shares;
    }
}
