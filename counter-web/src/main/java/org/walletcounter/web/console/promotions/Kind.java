package org.walletcounter.web.console.promotions;

import java.io.Serializable;
import java.util.List;

/**
 * What the form asks for one kind of benefit or condition, or for another part of a campaign.
 *
 * @param group "benefit", "condition" or "part": where its texts stand
 * @param code as the definition names it
 * @param rows the list that is filled in row by row; empty for none
 */
public record Kind(String group, String code, List<Asked> fields, String rows, Layout layout, List<Asked> columns)
        implements Serializable {

    /** How rows become a definition. */
    enum Layout {
        /** Each row is an entry of a list. */
        LIST,
        /** The first column is a key, the second its value. */
        MAP,
        /** Rows that agree in the first column are the choices of one step. */
        STEPS
    }

    static Kind benefit(String code, Asked... fields) {
        return new Kind("benefit", code, List.of(fields), "", Layout.LIST, List.of());
    }

    static Kind condition(String code, Asked... fields) {
        return new Kind("condition", code, List.of(fields), "", Layout.LIST, List.of());
    }

    static Kind part(String code, Asked... fields) {
        return new Kind("part", code, List.of(fields), "", Layout.LIST, List.of());
    }

    Kind listing(String list, Asked... entries) {
        return new Kind(group, code, fields, list, Layout.LIST, List.of(entries));
    }

    Kind as(Layout other) {
        return new Kind(group, code, fields, rows, other, columns);
    }

    /** Whether there are rows to fill in. */
    public boolean isListing() {
        return !columns.isEmpty();
    }
}
