package org.walletcounter.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Outcome;
import org.walletcounter.bench.Sheet;

/** The tables in plain text. */
final class ResultTable {

    private static final int WIDEST = 72;

    private ResultTable() {}

    static String of(Outcome outcome) {
        StringBuilder text =
                new StringBuilder("\nMedians of " + outcome.rounds() + " rounds, " + outcome.machine() + "\n\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("goal", "", "ours", "limit", "unit", "ratio", "wanted", "met"));
        outcome.figures().forEach(figure -> rows.add(row(figure)));
        append(text, rows);
        for (Sheet sheet : outcome.sheets()) {
            text.append('\n').append(sheet.title()).append('\n');
            append(text, rows(sheet));
        }
        text.append(verdict(outcome));
        return text.toString();
    }

    static List<String> row(Figure figure) {
        return List.of(
                figure.goal(),
                figure.what(),
                Numbers.of(figure.medianOfOurs()),
                Numbers.of(figure.medianOfLimits()),
                figure.unit(),
                Numbers.of(figure.ratio()),
                figure.unit().isEmpty() ? "" : figure.wanted().toString(),
                met(figure));
    }

    static String met(Figure figure) {
        Boolean met = figure.isMet();
        return met == null ? "not measured" : met ? "yes" : "no";
    }

    static String verdict(Outcome outcome) {
        if (outcome.isSound()) {
            return "\nEvery answer was right, and the check of the books found nothing.\n";
        }
        return "\nTHE RUN DOES NOT COUNT: " + outcome.wrong() + " wrong answers; the check of the books says: "
                + (outcome.findings().isEmpty() ? "nothing" : outcome.findings()) + "\n";
    }

    private static List<List<String>> rows(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(sheet.columns());
        for (Sheet.Row row : sheet.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            row.values().forEach(value -> cells.add(Numbers.of(value)));
            rows.add(cells);
        }
        return rows;
    }

    private static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                line.append(padded(row.get(i), widths[i], isNumber(rows, i))).append("  ");
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static boolean isNumber(List<List<String>> rows, int column) {
        return rows.stream().skip(1).map(row -> row.get(column)).allMatch(cell -> cell.matches("[0-9.,–≥≤ -]*"));
    }

    private static String padded(String cell, int width, boolean right) {
        String cut = cell.length() > width ? cell.substring(0, width - 1) + "…" : cell;
        String blanks = " ".repeat(width - cut.length());
        return right ? blanks + cut : cut + blanks;
    }
}
