package org.walletcounter.web.console.promotions;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A benefit, a condition or another part of a campaign while it is filled in. */
public class KindForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String KIND = "kind";

    private final Kind kind;
    private final List<FieldForm> fields;
    private final List<RowForm> rows = new ArrayList<>();
    private final FieldForm text = new FieldForm(Asked.must(Kinds.TEXT_KIND, Entry.CODE));

    KindForm(Kind kind) {
        this.kind = kind;
        this.fields = kind.fields().stream().map(FieldForm::new).toList();
        if (kind.isListing()) {
            addRow();
        }
    }

    /** A form for what a definition says; as text when the form would lose a part of it. */
    static KindForm of(List<Kind> kinds, JsonObject json, Ground ground) {
        KindForm form = new KindForm(Kinds.of(kinds, json.getString(KIND, "")));
        form.take(json, ground);
        Map<String, Object> again = form.write("", new Written(ground));
        if (!form.isText() && Trimming.trimmed(Json.of(again)).equals(Trimming.trimmed(json))) {
            return form;
        }
        KindForm plain = new KindForm(Kinds.of(kinds, Kinds.TEXT_KIND));
        plain.text.setText(json.toString());
        return plain;
    }

    KindForm take(JsonObject json, Ground ground) {
        fields.forEach(field -> field.take(Json.find(json, field.getAsked().name()), ground));
        JsonValue list = kind.isListing() ? json.get(kind.rows()) : null;
        if (list != null) {
            rows.clear();
            RowReading.rows(kind, list).forEach(row -> addRow(row, ground));
        }
        return this;
    }

    private void addRow(JsonObject row, Ground ground) {
        RowForm form = RowForm.of(kind);
        form.fields()
                .forEach(field -> field.take(Json.find(row, field.getAsked().name()), ground));
        rows.add(form);
    }

    /** The definition as a tree; faults are noted at the fields. */
    Map<String, Object> write(String path, Written written) {
        if (isText()) {
            return writeText(path, written);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!kind.group().equals("part")) {
            tree.put(KIND, kind.code());
        }
        writeFields(fields, path, tree, written);
        if (kind.isListing()) {
            RowWriting.write(kind, rows, path.isEmpty() ? kind.rows() : path + "." + kind.rows(), written)
                    .into(tree);
        }
        return tree;
    }

    private Map<String, Object> writeText(String path, Written written) {
        written.note(path, text);
        try {
            return new LinkedHashMap<>(Json.parse(text.getText()));
        } catch (JsonException unreadable) {
            written.fault(text, "promo.unreadable.json");
            return new LinkedHashMap<>();
        }
    }

    static void writeFields(List<FieldForm> fields, String path, Map<String, Object> tree, Written written) {
        for (FieldForm field : fields) {
            String name = field.getAsked().name();
            written.note(path.isEmpty() ? name : path + "." + name, field);
            Object value = field.read(written);
            if (value != null) {
                Json.put(tree, name, value);
            }
        }
    }

    /** Adds a row. */
    public final void addRow() {
        rows.add(RowForm.of(kind));
    }

    /** Takes a row away; the last one is emptied. */
    public void removeRow(int at) {
        rows.remove(at);
        if (rows.isEmpty()) {
            addRow();
        }
    }

    /** A field by its name. */
    FieldForm field(String name) {
        return fields.stream()
                .filter(field -> field.getAsked().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is written as text. */
    public boolean isText() {
        return kind.code().equals(Kinds.TEXT_KIND);
    }

    /** Whether anything was entered. */
    boolean isTouched() {
        return fields.stream().anyMatch(field -> !field.isBlank())
                || rows.stream().anyMatch(RowForm::isThere);
    }

    public Kind getKind() {
        return kind;
    }

    public List<FieldForm> getFields() {
        return fields;
    }

    public List<RowForm> getRows() {
        return rows;
    }

    public FieldForm getText() {
        return text;
    }
}
