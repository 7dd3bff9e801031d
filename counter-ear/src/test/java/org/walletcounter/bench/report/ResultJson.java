package org.walletcounter.bench.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Outcome;
import org.walletcounter.bench.Sheet;

/** The same for machines. A figure that was not measured is null. */
final class ResultJson {

    private static final double DIGITS = 1e4;

    private ResultJson() {}

    static String of(Outcome outcome) {
        JsonArrayBuilder figures = Json.createArrayBuilder();
        outcome.figures().forEach(figure -> figures.add(figure(figure)));
        JsonArrayBuilder sheets = Json.createArrayBuilder();
        outcome.sheets().forEach(sheet -> sheets.add(sheet(sheet)));
        JsonObjectBuilder all = Json.createObjectBuilder()
                .add("started", outcome.started().toString())
                .add("machine", outcome.machine())
                .add("mode", outcome.mode())
                .add("rounds", outcome.rounds())
                .add("wrongAnswers", outcome.wrong())
                .add("findings", outcome.findings())
                .add("sound", outcome.isSound())
                .add("goals", figures)
                .add("tables", sheets);
        JsonWriterFactory pretty = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        StringWriter text = new StringWriter();
        pretty.createWriter(text).writeObject(all.build());
        return text.toString();
    }

    private static JsonObjectBuilder figure(Figure figure) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("goal", figure.goal()).add("what", figure.what());
        number(json, "ours", figure.medianOfOurs());
        number(json, "limit", figure.medianOfLimits());
        number(json, "ratio", figure.ratio());
        Boolean met = figure.isMet();
        if (met == null) {
            json.addNull("met");
        } else {
            json.add("met", met);
        }
        return json.add("unit", figure.unit())
                .add("wanted", figure.wanted().toString())
                .add(
                        "rounds",
                        Json.createObjectBuilder()
                                .add("ours", array(figure.ours()))
                                .add("limit", array(figure.limits())))
                .add("note", figure.note());
    }

    private static JsonObjectBuilder sheet(Sheet sheet) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Sheet.Row row : sheet.rows()) {
            JsonObjectBuilder json = Json.createObjectBuilder().add(name(sheet, 0), row.name());
            for (int i = 0; i < row.values().size(); i++) {
                number(json, name(sheet, i + 1), row.values().get(i));
            }
            rows.add(json);
        }
        return Json.createObjectBuilder()
                .add("title", sheet.title())
                .add("note", sheet.note())
                .add("rows", rows);
    }

    private static String name(Sheet sheet, int column) {
        String name = sheet.columns().get(column);
        return name.isEmpty() ? "name" : name;
    }

    private static JsonArrayBuilder array(List<Double> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(rounded(value)));
        return array;
    }

    private static void number(JsonObjectBuilder json, String name, double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.addNull(name);
        } else {
            json.add(name, rounded(value));
        }
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
