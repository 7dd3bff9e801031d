package org.walletcounter.ledger;

import java.util.List;

/**
 * The rows a module keeps beside a journal: a payment, its tenders, an outbox message, the answer to give again. The
 * writer asks for them once the outcome is decided and inserts them in the same transaction, with one statement per table
 * for a whole batch. Called on the writer's thread: be quick, touch no database, throw nothing.
 */
@FunctionalInterface
public interface Companion {

    /** No rows. */
    Companion NONE = outcome -> List.of();

    /** The rows for an outcome, which is never {@link Outcome.Repeated}. */
    List<Row> rows(Outcome outcome);

    /**
     * A table that takes such rows.
     *
     * @param name schema and name, as in "transactions.payment"
     * @param columns names, in the order of the values
     * @param types their PostgreSQL types, as in "uuid", "text", "int8", "timestamptz"
     */
    record Table(String name, List<String> columns, List<String> types) {

        /** Refuses columns without types. */
        public Table {
            if (columns.size() != types.size()) {
                throw new IllegalArgumentException("Every column of " + name + " needs its type.");
            }
        }
    }

    /**
     * One row to insert.
     *
     * @param values in the order of the table's columns; null where the column may be null
     */
    record Row(Table table, Object[] values) {}
}
