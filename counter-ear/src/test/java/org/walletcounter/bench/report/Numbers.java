package org.walletcounter.bench.report;

import java.util.Locale;

/** Figures as people read them: as many digits as mean something. */
final class Numbers {

    private static final double MANY = 1000;
    private static final double SOME = 100;
    private static final double FEW = 10;

    private Numbers() {}

    static String of(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double size = Math.abs(value);
        if (size >= MANY) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size >= SOME || value == 0) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= FEW ? "%.1f" : "%.2f", value);
    }
}
