package org.walletcounter.imports.internal.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated records as RFC 4180 defines them, strictly: a quote may open a field only at its very beginning
 * and must be closed; within it commas, line ends and doubled quotes stand for themselves. Not thread-safe.
 */
final class CsvRecords {

    private static final int LONGEST_RECORD = 65_536;

    private final BufferedReader reader;
    private final StringBuilder field = new StringBuilder();
    private int line;
    private int recordLine;
    private int length;

    CsvRecords(Reader reader) {
        this.reader = new BufferedReader(reader, 1 << 16);
    }

    /** The line of the file on which the record that was read last begins. */
    int line() {
        return recordLine;
    }

    /** The next record's fields, or null at the end of the file. Empty lines at the end are no records. */
    @Nullable
    List<String> next() throws IOException {
        String text = reader.readLine();
        line++;
        recordLine = line;
        if (text == null) {
            return null;
        }
        length = 0;
        return split(text);
    }

    private List<String> split(String first) throws IOException {
        List<String> fields = new ArrayList<>(8);
        String text = first;
        int at = 0;
        while (true) {
            checkLength(text.length());
            if (at < text.length() && text.charAt(at) == '"') {
                Quoted quoted = quoted(text, at + 1);
                text = quoted.text;
                at = quoted.after;
                if (at < text.length() && text.charAt(at) != ',') {
                    throw Misread.of(recordLine, fields.size() + 1, text.substring(at), ",");
                }
            } else {
                at = plain(text, at, fields.size() + 1);
            }
            fields.add(field.toString());
            if (at >= text.length()) {
                return fields;
            }
            at++;
        }
    }

    private int plain(String text, int from, int column) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        int quote = text.indexOf('"', from);
        if (quote >= 0 && quote < end) {
            throw Misread.of(recordLine, column, text.substring(from, end), "\"…\"");
        }
        field.setLength(0);
        field.append(text, from, end);
        return end;
    }

    /** Reads a quoted field on from behind its opening quote, over line ends if it holds any. */
    private Quoted quoted(String first, int from) throws IOException {
        field.setLength(0);
        String text = first;
        int at = from;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                field.append(text, at, text.length()).append('\n');
                text = reader.readLine();
                line++;
                if (text == null) {
                    throw Misread.of(recordLine, 0, "\"", "\"…\"");
                }
                checkLength(text.length());
                at = 0;
            } else {
                field.append(text, at, quote);
                if (quote + 1 >= text.length() || text.charAt(quote + 1) != '"') {
                    return new Quoted(text, quote + 1);
                }
                field.append('"');
                at = quote + 2;
            }
        }
    }

    private void checkLength(int more) {
        length += more;
        if (length > LONGEST_RECORD) {
            throw Misread.of(recordLine, 0, "> " + LONGEST_RECORD, "1-" + LONGEST_RECORD);
        }
    }

    /** Where a quoted field ended. */
    private record Quoted(String text, int after) {}
}
