package org.walletcounter.web.console.promotions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each field of a form went in the definition, and whether all could be read. */
final class Written {

    private final Ground ground;
    private final boolean trial;
    private final Map<String, FieldForm> places = new LinkedHashMap<>();
    private final Map<FieldForm, String> faults = new LinkedHashMap<>();

    Written(Ground ground) {
        this(ground, false);
    }

    Written(Ground ground, boolean trial) {
        this.ground = ground;
        this.trial = trial;
    }

    /** Whether it is written to see a price only. */
    boolean isTrial() {
        return trial;
    }

    Ground ground() {
        return ground;
    }

    void note(String path, FieldForm field) {
        places.put(path, field);
    }

    void fault(FieldForm field, String text) {
        faults.put(field, text);
    }

    /** What is wrong, field by field, in the order of the form. */
    Map<FieldForm, String> faults() {
        return faults;
    }

    /** Shows at each field what is wrong with it, and at the others that nothing is. */
    void show() {
        places.values().forEach(field -> field.setFault(faults.getOrDefault(field, "")));
    }

    /** The field that a path leads to; the nearest one below or above it when none stands there. */
    @Nullable
    FieldForm at(String path) {
        FieldForm exact = places.get(path);
        return exact != null
                ? exact
                : places.entrySet().stream()
                        .filter(place -> within(path, place.getKey()) || within(place.getKey(), path))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean within(String outer, String inner) {
        return inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }
}
