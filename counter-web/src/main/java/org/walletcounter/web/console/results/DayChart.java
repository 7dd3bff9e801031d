package org.walletcounter.web.console.results;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Amounts by day as a chart of 744 by 160 units: bars for the days, and a line for what has come together. Long spans have a
 * bar for several days.
 *
 * @param line the points of what has come together, as SVG wants them
 * @param limit how high the limit's line lies, or null without one
 * @param highest the highest bar's amount
 * @param top what the line's scale ends at
 */
public record DayChart(
        List<Bar> bars, String line, @Nullable Long limit, long highest, long total, long top) {

    private static final int WIDTH = 744;
    private static final int HEIGHT = 160;
    private static final int MOST_BARS = 62;
    private static final int MOST_LABELS = 8;

    /** Keeps a copy. */
    public DayChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param labelled whether there is room for its label
     */
    public record Bar(
            LocalDate first, LocalDate last, long amount, long left, long width, long height, boolean labelled) {

        /** Where it begins, from above. */
        public long getTop() {
            return HEIGHT - height;
        }

        /** Its middle. */
        public long getMiddle() {
            return left + width / 2;
        }
    }

    /** Amounts below zero count, but have no bar. */
    public static DayChart of(Map<LocalDate, Long> amounts, LocalDate from, LocalDate to, @Nullable Long limit) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        int step = (int) ((days + MOST_BARS - 1) / MOST_BARS);
        List<LocalDate> firsts =
                from.datesUntil(to.plusDays(1), Period.ofDays(step)).toList();
        List<Long> sums =
                firsts.stream().map(first -> sum(amounts, first, step)).toList();
        long highest =
                Math.max(0, sums.stream().mapToLong(Long::longValue).max().orElse(0));
        long scale = Math.max(1, highest);
        long total = sums.stream().mapToLong(Long::longValue).sum();
        long top = Math.max(1, limit == null ? total : Math.max(total, limit));
        int every = (firsts.size() + MOST_LABELS - 1) / MOST_LABELS;
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < firsts.size(); i++) {
            long left = (long) WIDTH * i / firsts.size();
            long right = (long) WIDTH * (i + 1) / firsts.size();
            LocalDate last = firsts.get(i).plusDays(step - 1L);
            bars.add(new Bar(
                    firsts.get(i),
                    last.isAfter(to) ? to : last,
                    sums.get(i),
                    left,
                    right - left,
                    Math.max(0, HEIGHT * sums.get(i) / scale),
                    i % every == 0));
        }
        return new DayChart(
                bars, line(bars, top), limit == null ? null : HEIGHT - HEIGHT * limit / top, highest, total, top);
    }

    private static long sum(Map<LocalDate, Long> amounts, LocalDate first, int days) {
        return first.datesUntil(first.plusDays(days))
                .mapToLong(day -> amounts.getOrDefault(day, 0L))
                .sum();
    }

    private static String line(List<Bar> bars, long top) {
        long[] sum = {0};
        return bars.stream()
                .map(bar -> {
                    sum[0] += bar.amount();
                    return (bar.left() + bar.width()) + "," + (HEIGHT - HEIGHT * Math.max(0, sum[0]) / top);
                })
                .collect(Collectors.joining(" ", "0," + HEIGHT + " ", ""));
    }
}
