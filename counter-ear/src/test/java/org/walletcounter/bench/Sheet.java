package org.walletcounter.bench;

import java.util.ArrayList;
import java.util.List;

/** A table beside the goals: a heading, columns and rows of figures, each row with a name. */
public final class Sheet {

    private final String title;
    private final String note;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    /** How its figures are drawn. */
    public enum Drawn {
        BARS,
        LINES,
        NOT
    }

    private final Drawn drawn;

    /** An empty one. */
    public Sheet(String title, String note, Drawn drawn, List<String> columns) {
        this.title = title;
        this.note = note;
        this.drawn = drawn;
        this.columns = List.copyOf(columns);
    }

    /** One line of it. */
    public record Row(String name, List<Double> values) {}

    /** Adds a line. */
    public Sheet row(String name, Double... values) {
        rows.add(new Row(name, List.of(values)));
        return this;
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /** What a reader must know. */
    public String note() {
        return note;
    }

    /** How it is drawn. */
    public Drawn drawn() {
        return drawn;
    }

    /** The heads of the columns, that of the names first. */
    public List<String> columns() {
        return columns;
    }

    /** The lines. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
