package org.walletcounter.web.console.promotions;

import java.io.Serializable;
import java.util.List;

/** One row of fields. */
public record RowForm(List<FieldForm> fields) implements Serializable {

    static RowForm of(Kind kind) {
        return new RowForm(kind.columns().stream().map(FieldForm::new).toList());
    }

    FieldForm first() {
        return fields.get(0);
    }

    boolean isThere() {
        return fields.stream().anyMatch(field -> !field.isBlank());
    }
}
