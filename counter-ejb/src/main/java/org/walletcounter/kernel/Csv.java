package org.walletcounter.kernel;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated records as RFC 4180 defines them, strictly: a quote may open a field only at its very beginning and
 * must be closed; within it commas, line ends and doubled quotes stand for themselves. Not thread-safe.
 */
public interface Csv {

    /** Reads from a reader; who reads says how what is malformed is refused. */
    static Csv of(Reader reader, Malformed malformed) {
        return new CsvRecords(reader, malformed);
    }

    /** A field as it is written: in quotes where it must be. */
    static String field(String text) {
        boolean plain =
                text.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The next record's fields, or null at the end of the file. Empty lines at the end are no records. */
    @Nullable
    List<String> next() throws IOException;

    /** The line of the file, from 1, on which the record that was read last begins. */
    int line();

    /** Makes the refusal of what is no CSV. */
    @FunctionalInterface
    interface Malformed {

        /**
         * The refusal.
         *
         * @param column counted from 1; 0 for the line as a whole
         */
        CounterException at(int line, int column, String found, String expected);
    }
}
