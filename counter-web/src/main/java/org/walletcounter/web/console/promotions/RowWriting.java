package org.walletcounter.web.console.promotions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts rows together into a list of a definition. Empty rows are left out. */
final class RowWriting {

    private static final String CHOICES = "choices";

    private final Kind kind;
    private final Object list;

    private RowWriting(Kind kind, Object list) {
        this.kind = kind;
        this.list = list;
    }

    static RowWriting write(Kind kind, List<RowForm> rows, String path, Written written) {
        List<RowForm> there = rows.stream().filter(RowForm::isThere).toList();
        if (there.isEmpty() && !rows.isEmpty()) {
            written.note(path, rows.get(0).first());
        }
        return new RowWriting(
                kind,
                switch (kind.layout()) {
                    case LIST -> list(there, path, written);
                    case MAP -> map(there, path, written);
                    case STEPS -> steps(there, path, written);
                });
    }

    void into(Map<String, Object> tree) {
        tree.put(kind.rows(), list);
    }

    private static List<Object> list(List<RowForm> rows, String path, Written written) {
        List<Object> list = new ArrayList<>();
        for (RowForm row : rows) {
            Map<String, Object> entry = new LinkedHashMap<>();
            KindForm.writeFields(row.fields(), path + "[" + list.size() + "]", entry, written);
            list.add(entry);
        }
        return list;
    }

    private static Map<String, Object> map(List<RowForm> rows, String path, Written written) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RowForm row : rows) {
            FieldForm key = row.first();
            FieldForm value = row.fields().get(1);
            written.note(path + "." + key.getText() + "#key" + map.size(), key);
            written.note(path + "." + key.getText(), value);
            Object read = value.read(written);
            if (key.read(written) != null && read != null) {
                map.put(key.getText(), read);
            }
        }
        return map;
    }

    /** A row whose first field is empty or equal to the one above goes on with the same step. */
    private static List<Object> steps(List<RowForm> rows, String path, Written written) {
        List<Object> steps = new ArrayList<>();
        List<Object> choices = new ArrayList<>();
        String before = "";
        for (RowForm row : rows) {
            FieldForm first = row.first();
            if (steps.isEmpty() || !(first.isBlank() || first.getText().strip().equals(before))) {
                Map<String, Object> step = new LinkedHashMap<>();
                choices = new ArrayList<>();
                KindForm.writeFields(List.of(first), path + "[" + steps.size() + "]", step, written);
                step.put(CHOICES, choices);
                steps.add(step);
                before = first.getText().strip();
            }
            Map<String, Object> choice = new LinkedHashMap<>();
            String place = path + "[" + (steps.size() - 1) + "]." + CHOICES + "[" + choices.size() + "]";
            KindForm.writeFields(row.fields().subList(1, row.fields().size()), place, choice, written);
            choices.add(choice);
        }
        return steps;
    }
}
