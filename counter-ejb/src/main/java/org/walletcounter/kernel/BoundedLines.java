package org.walletcounter.kernel;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as {@link java.io.BufferedReader} does, but no further than somebody wants to hear: a line without an end must
 * not fill the memory. Lines end with \n, \r or \r\n. Not thread-safe.
 */
final class BoundedLines {

    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private boolean afterReturn;

    BoundedLines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, or null after the last. Of a line that is longer than {@code most}, one letter more. */
    @Nullable
    String next(int most) throws IOException {
        line.setLength(0);
        boolean begun = false;
        while (line.length() <= most && hasMore()) {
            begun = true;
            int stop = Math.min(end, at + most + 1 - line.length());
            int from = at;
            while (at < stop && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            line.append(buffer, from, at - from);
            if (at < stop) {
                afterReturn = buffer[at] == '\r';
                at++;
                return line.toString();
            }
        }
        return begun ? line.toString() : null;
    }

    /** Whether there is a letter to read; the second one of an end \r\n is none. */
    private boolean hasMore() throws IOException {
        if (at == end && !fill()) {
            return false;
        }
        boolean second = afterReturn && buffer[at] == '\n';
        afterReturn = false;
        if (second) {
            at++;
        }
        return at < end || fill();
    }

    private boolean fill() throws IOException {
        int read;
        do {
            read = reader.read(buffer, 0, buffer.length);
        } while (read == 0);
        at = 0;
        end = Math.max(0, read);
        return read > 0;
    }
}
