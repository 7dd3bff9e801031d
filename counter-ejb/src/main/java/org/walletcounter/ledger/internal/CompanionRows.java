package org.walletcounter.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Outcome;

/** The rows that the modules keep beside the journals of a batch, gathered per table. */
final class CompanionRows {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?");

    private final Companion.Table table;
    private final Rows rows;

    private CompanionRows(Companion.Table table) {
        this.table = table;
        List<String> names = new ArrayList<>(table.columns());
        names.add(table.name());
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("No name of a table or column: " + name);
            }
        }
        this.rows = new Rows(table.types());
    }

    /** Asks every submission that was decided; a repeated one has nothing to add. In the order of first appearance. */
    static Collection<CompanionRows> of(List<Entry> batch) {
        Map<Companion.Table, CompanionRows> tables = new LinkedHashMap<>();
        for (Entry entry : batch) {
            if (!(entry.outcome() instanceof Outcome.Repeated)) {
                for (Companion.Row row : entry.submission().companion().rows(entry.outcome())) {
                    tables.computeIfAbsent(row.table(), CompanionRows::new).rows.add(row.values());
                }
            }
        }
        return tables.values();
    }

    String statement() {
        String columns = String.join(", ", table.columns());
        return "INSERT INTO " + table.name() + " (" + columns + ") SELECT * FROM " + rows.unnest();
    }

    Rows rows() {
        return rows;
    }
}
