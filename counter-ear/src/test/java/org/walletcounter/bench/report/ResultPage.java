package org.walletcounter.bench.report;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Outcome;
import org.walletcounter.bench.Sheet;

/** The same for people: one page, one file. */
final class ResultPage {

    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:1000px;padding:0 1rem;"
                    + "color:#222}h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2.2rem}table{border-collapse:collapse;"
                    + "width:100%;margin:.6rem 0}th,td{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left;"
                    + "vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.yes{color:#2c6e63;font-weight:600}"
                    + ".no{color:#a03d4f;font-weight:600}.note{color:#666;font-size:.88em}td{overflow-wrap:anywhere}svg{max-width:100%;height:auto}"
                    + "svg text{font:12px system-ui,sans-serif}.bars{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}"
                    + "figcaption{font-size:.88em;color:#666}.bad{background:#fbe9ec;padding:.8rem;border-left:4px solid #a03d4f}";

    private static final int LONGEST = 62;

    private ResultPage() {}

    static String of(Outcome outcome) {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Wallet Counter: performance</title><style>"
                + STYLE + "</style></head><body><h1>Payments at the database's limit</h1>");
        page.append("<p>")
                .append(Html.escaped(outcome.started().truncatedTo(ChronoUnit.MINUTES) + " · " + outcome.mode()
                        + " mode · medians of " + outcome.rounds() + " rounds · " + outcome.machine()))
                .append("</p>");
        page.append(outcome.isSound() ? "<p>" : "<p class=\"bad\">")
                .append(Html.escaped(ResultTable.verdict(outcome)))
                .append("</p><h2>Goals</h2>")
                .append(goals(outcome.figures()))
                .append(
                        "<h2>How far each goal is reached</h2><p class=\"note\">The dashed line is the goal; longer is better;")
                .append(" bars end at twice the goal.</p>")
                .append(Chart.ratios(ratios(outcome.figures())));
        outcome.sheets().forEach(sheet -> page.append(sheet(sheet)));
        return page.append("</body></html>\n").toString();
    }

    private static String goals(List<Figure> figures) {
        StringBuilder table = new StringBuilder("<table><tr><th>Goal<th>What<th class=n>Ours<th class=n>Limit<th>Unit"
                + "<th class=n>Ratio<th class=n>Wanted<th>Met</tr>");
        for (Figure figure : figures) {
            List<String> cells = ResultTable.row(figure);
            table.append("<tr>").append(Html.cell("td", cells.get(0)));
            table.append("<td>").append(Html.escaped(cells.get(1)));
            table.append("<br><span class=\"note\">")
                    .append(Html.escaped(figure.note()))
                    .append("</span></td>");
            for (int i = 2; i < cells.size(); i++) {
                String kind = i == cells.size() - 1 ? cells.get(i) : i == 4 ? "" : "n";
                table.append("<td class=\"")
                        .append(kind)
                        .append("\">")
                        .append(Html.escaped(cells.get(i)))
                        .append("</td>");
            }
            table.append("</tr>");
        }
        return table.append("</table>").toString();
    }

    private static List<Chart.Ratio> ratios(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.isMet() != null)
                .map(figure -> {
                    double reached = figure.wanted().atLeast()
                            ? figure.ratio() / figure.wanted().ratio()
                            : figure.wanted().ratio() / figure.ratio();
                    String label = Numbers.of(figure.ratio()) + " (" + figure.wanted() + ")";
                    return new Chart.Ratio(shortened(figure), reached, Boolean.TRUE.equals(figure.isMet()), label);
                })
                .collect(Collectors.toList());
    }

    private static String shortened(Figure figure) {
        String name = figure.goal() + " " + figure.what();
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }

    private static String sheet(Sheet sheet) {
        String drawing = switch (sheet.drawn()) {
            case BARS -> Chart.bars(sheet);
            case LINES -> Chart.lines(sheet);
            case NOT -> "";
        };
        String heads = "<th>" + Html.escaped(sheet.columns().get(0))
                + sheet.columns().stream()
                        .skip(1)
                        .map(head -> "<th class=n>" + Html.escaped(head))
                        .collect(Collectors.joining());
        String rows = sheet.rows().stream().map(ResultPage::row).collect(Collectors.joining());
        return "<h2>" + Html.escaped(sheet.title()) + "</h2><p class=\"note\">" + Html.escaped(sheet.note()) + "</p>"
                + drawing + "<table><tr>" + heads + "</tr>" + rows + "</table>";
    }

    private static String row(Sheet.Row row) {
        return "<tr>" + Html.cell("td", row.name())
                + row.values().stream()
                        .map(value -> "<td class=\"n\">" + Numbers.of(value) + "</td>")
                        .collect(Collectors.joining())
                + "</tr>";
    }
}
