package org.walletcounter.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, by name, round by round. */
public final class Samples {

    private final Map<String, List<Double>> byName = new TreeMap<>();

    /** Takes a value of the round that is running. */
    public void add(String name, double value) {
        byName.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    /** All values in the order of the rounds; empty if it was never measured. */
    public List<Double> of(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
    }

    /** The middle value; NaN if it was never measured. */
    public double median(String name) {
        return median(of(name));
    }

    /** The middle of some values, the mean of the two middle ones when their count is even; NaN of none. */
    public static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The middle of the ratios round by round: what slowed the machine down in one round slowed both. NaN when there is no
     * round with both.
     */
    public static double medianRatio(List<Double> ours, List<Double> limits) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.size(), limits.size()); i++) {
            ratios.add(ours.get(i) / limits.get(i));
        }
        return median(ratios);
    }

    /** The name with the highest median among those measured. */
    public String best(List<String> names) {
        return names.stream()
                .filter(name -> byName.containsKey(name))
                .max((a, b) -> Double.compare(median(a), median(b)))
                .orElseThrow(() -> new IllegalArgumentException("None of " + names + " was measured."));
    }
}
