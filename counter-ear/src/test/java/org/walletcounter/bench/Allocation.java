package org.walletcounter.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's threads have allocated, from one look to the next. Each thread is followed by its number, because the sum over
 * those that live falls when one ends. What a thread allocates after the last look at it is not seen. Not thread-safe.
 */
final class Allocation {

    private static final Pattern THREAD = Pattern.compile("(?m)^\".*\" #([0-9]+) .* allocated=([0-9]+)([BKMG]?) ");
    private static final Map<String, Double> UNITS =
            Map.of("", 1.0, "B", 1.0, "K", 1024.0, "M", 1024.0 * 1024, "G", 1024.0 * 1024 * 1024);

    private Map<Long, Double> seen = Map.of();
    private long process;
    private double bytes;

    /** Bytes seen so far, whatever process it was: it may be started anew between two looks. */
    double look(long pid) {
        return add(pid, ServerMemory.threads(pid));
    }

    double add(long pid, String threads) {
        if (pid != process) {
            process = pid;
            seen = Map.of();
        }
        Map<Long, Double> alive = new HashMap<>();
        Matcher each = THREAD.matcher(threads);
        while (each.find()) {
            long thread = Long.parseLong(each.group(1));
            double now = Double.parseDouble(each.group(2)) * UNITS.getOrDefault(each.group(3), 1.0);
            bytes += now - seen.getOrDefault(thread, 0.0);
            alive.put(thread, now);
        }
        seen = alive;
        return bytes;
    }
}
