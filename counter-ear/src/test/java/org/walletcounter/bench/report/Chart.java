package org.walletcounter.bench.report;

import java.util.List;
import java.util.Locale;
import org.walletcounter.bench.Sheet;

/** Drawings in SVG, inline in the page, so that the page is one file that needs nobody. */
final class Chart {

    private static final String[] COLOURS = {"#2c6e63", "#c9822b", "#6a5ba5", "#a03d4f", "#4b7ab3", "#777"};
    private static final int WIDTH = 940;
    private static final int LEFT = 400;
    private static final int BAR = 22;
    private static final int GAP = 10;
    private static final int HEIGHT = 260;
    private static final int BASE = 220;
    private static final int MARGIN = 60;

    private Chart() {}

    /** One drawing of bars for each column of figures. */
    static String bars(Sheet sheet) {
        StringBuilder svg = new StringBuilder();
        for (int column = 0; column + 1 < sheet.columns().size(); column++) {
            svg.append("<figure><figcaption>")
                    .append(Html.escaped(sheet.columns().get(column + 1)))
                    .append("</figcaption>")
                    .append(bars(sheet.rows(), column, COLOURS[column % COLOURS.length]))
                    .append("</figure>");
        }
        return "<div class=\"bars\">" + svg + "</div>";
    }

    private static String bars(List<Sheet.Row> rows, int column, String colour) {
        double highest = rows.stream()
                .mapToDouble(row -> finite(row.values().get(column)))
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder();
        int y = GAP;
        int room = 150;
        for (Sheet.Row row : rows) {
            double value = row.values().get(column);
            long length = Math.round(room * finite(value) / Math.max(highest, Double.MIN_NORMAL));
            svg.append(text(48, y + 16, "end", row.name()))
                    .append(format(
                            "<rect x='56' y='%d' width='%d' height='%d' fill='%s' rx='2'/>",
                            y, Math.max(1, length), BAR, colour))
                    .append(text(62 + length, y + 16, "start", Numbers.of(value)));
            y += BAR + GAP;
        }
        return open(280, y) + svg + "</svg>";
    }

    /** The ratios of the goals, each against the line that it has to reach. */
    static String ratios(List<Ratio> ratios) {
        StringBuilder svg = new StringBuilder();
        int y = GAP;
        int scale = (WIDTH - LEFT - 110) / 2;
        for (Ratio each : ratios) {
            double share = Math.min(2, each.reached);
            svg.append(text(LEFT - 8, y + 16, "end", each.name))
                    .append(format(
                            "<rect x='%d' y='%d' width='%d' height='%d' fill='%s' rx='2'/>",
                            LEFT, y, Math.max(1, Math.round(scale * share)), BAR, each.met ? COLOURS[0] : COLOURS[3]))
                    .append(text(LEFT + 6 + Math.round(scale * share), y + 16, "start", each.label));
            y += BAR + GAP;
        }
        svg.append(format(
                "<line x1='%d' y1='0' x2='%d' y2='%d' stroke='#222' stroke-dasharray='4 3'/>",
                LEFT + scale, LEFT + scale, y));
        return open(WIDTH, y) + svg + "</svg>";
    }

    /**
     * How far a goal is reached.
     *
     * @param reached 1 when it is just met, more when it is better
     */
    record Ratio(String name, double reached, boolean met, String label) {}

    /** A line per column from the third on over the rates of the first, on a scale of powers of ten. */
    static String lines(Sheet sheet) {
        int first = 2;
        StringBuilder svg = new StringBuilder();
        for (int power = 0; power <= 4; power++) {
            double millis = Math.pow(10, power - 1);
            svg.append(format(
                            "<line x1='%d' y1='%.0f' x2='%d' y2='%.0f' stroke='#ddd'/>",
                            MARGIN, y(millis), WIDTH - 120, y(millis)))
                    .append(text(MARGIN - 6, Math.round(y(millis)) + 4, "end", Numbers.of(millis) + " ms"));
        }
        for (int i = 0; i < sheet.rows().size(); i++) {
            Sheet.Row row = sheet.rows().get(i);
            svg.append(text(x(sheet, i), BASE + 24, "middle", row.name()));
        }
        for (int column = first; column < sheet.columns().size() - 1; column++) {
            svg.append(line(sheet, column, COLOURS[(column - first) % COLOURS.length]));
        }
        return open(WIDTH, HEIGHT) + svg + "</svg>";
    }

    private static String line(Sheet sheet, int column, String colour) {
        StringBuilder points = new StringBuilder();
        double last = Double.NaN;
        for (int i = 0; i < sheet.rows().size(); i++) {
            double value = sheet.rows().get(i).values().get(column);
            if (!Double.isNaN(value)) {
                points.append(format("%d,%.1f ", x(sheet, i), y(value)));
                last = value;
            }
        }
        if (Double.isNaN(last)) {
            return "";
        }
        String name = sheet.columns().get(column + 1).replace(" ms", "");
        return format("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", points, colour)
                + text(x(sheet, sheet.rows().size() - 1) + 8, Math.round(y(last)) + 4, "start", name);
    }

    private static int x(Sheet sheet, int row) {
        int room = WIDTH - MARGIN - 160;
        return MARGIN + 30 + row * room / Math.max(1, sheet.rows().size() - 1);
    }

    private static double y(double millis) {
        double decades = Math.log10(Math.max(0.1, Math.min(1000, millis))) + 1;
        return BASE - decades * (BASE - 20) / 4;
    }

    private static double finite(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? 0 : value;
    }

    private static String open(int width, int height) {
        return format("<svg viewBox='0 0 %d %d' width='%d' height='%d' role='img'>", width, height, width, height);
    }

    private static String text(long x, long y, String anchor, String text) {
        return format("<text x='%d' y='%d' text-anchor='%s'>%s</text>", x, y, anchor, Html.escaped(text));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
