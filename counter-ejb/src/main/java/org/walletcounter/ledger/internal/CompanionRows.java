package org.walletcounter.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Companion;

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

    /** Asks every piece that was decided; what is repeated has nothing to add. In the order of first appearance. */
    static Collection<CompanionRows> of(List<? extends Piece> batch) {
        Map<Companion.Table, CompanionRows> tables = new LinkedHashMap<>();
        for (Piece piece : batch) {
            for (Companion.Row row : piece.rows()) {
                tables.computeIfAbsent(row.table(), CompanionRows::new).rows.add(row.values());
            }
        }
        return tables.values();
    }

    /** What debits among many are registered with before they are decided; where an id comes twice, with its first row. */
    static Collection<CompanionRows> registers(List<? extends Piece> batch) {
        Map<Companion.Table, CompanionRows> tables = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (Piece piece : batch) {
            if (piece instanceof Bulk bulk) {
                for (BulkDebit.Part part : bulk.parts()) {
                    if (seen.add(part.id())) {
                        Companion.Row row = part.registered();
                        tables.computeIfAbsent(row.table(), CompanionRows::new)
                                .rows
                                .add(row.values());
                    }
                }
            }
        }
        return tables.values();
    }

    String statement() {
        String columns = String.join(", ", table.columns());
        return "INSERT INTO " + table.name() + " (" + columns + ") SELECT * FROM " + rows.unnest();
    }

    /** Inserts what is not there yet, in the order of its ids, and answers these. */
    String registration() {
        String columns = String.join(", ", table.columns());
        return "INSERT INTO " + table.name() + " (" + columns + ") SELECT * FROM " + rows.unnest() + " AS r (" + columns
                + ") ORDER BY id ON CONFLICT DO NOTHING RETURNING id";
    }

    Rows rows() {
        return rows;
    }
}
