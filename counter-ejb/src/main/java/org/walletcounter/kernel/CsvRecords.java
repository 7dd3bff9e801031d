package org.walletcounter.kernel;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader behind {@link Csv}. Of a record that is too long it reads no more than tells so. */
final class CsvRecords implements Csv {

    private static final int LONGEST_RECORD = 65_536;

    private final BoundedLines lines;
    private final Malformed malformed;
    private final StringBuilder field = new StringBuilder();
    private int line;
    private int recordLine;
    private int length;

    CsvRecords(Reader reader, Malformed malformed) {
        this.lines = new BoundedLines(reader);
        this.malformed = malformed;
    }

    @Override
    public int line() {
        return recordLine;
    }

    @Override
    public @Nullable List<String> next() throws IOException {
        String text = lines.next(LONGEST_RECORD);
        line++;
        recordLine = line;
        if (text == null) {
            return null;
        }
        length = 0;
        checkLength(text.length());
        return split(text);
    }

    private List<String> split(String first) throws IOException {
        List<String> fields = new ArrayList<>(8);
        String text = first;
        int at = 0;
        while (true) {
            if (at < text.length() && text.charAt(at) == '"') {
                Quoted quoted = quoted(text, at + 1);
                text = quoted.text;
                at = quoted.after;
                if (at < text.length() && text.charAt(at) != ',') {
                    throw malformed.at(recordLine, fields.size() + 1, text.substring(at), ",");
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
        field.setLength(0);
        field.append(text, from, end);
        if (field.indexOf("\"") >= 0) {
            throw malformed.at(recordLine, column, field.toString(), "\"…\"");
        }
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
                checkLength(1); // else a field of empty lines would have no end
                text = lines.next(LONGEST_RECORD - length);
                line++;
                if (text == null) {
                    throw malformed.at(recordLine, 0, "\"", "\"…\"");
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
            throw malformed.at(recordLine, 0, "> " + LONGEST_RECORD, "1-" + LONGEST_RECORD);
        }
    }

    /** Where a quoted field ended. */
    private record Quoted(String text, int after) {}
}
