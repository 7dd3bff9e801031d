package org.walletcounter.imports.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a file day by day, each day's lines put together to invoices. Refuses days out of order. Not thread-safe. */
public final class DayByDay implements Closeable {

    private final SalesFile file;
    private @Nullable FileLine ahead;
    private int piece;

    public DayByDay(SalesFile file) throws IOException {
        this.file = file;
        this.ahead = file.next();
    }

    /** The next day, or null at the end. */
    @Nullable
    public Day next() throws IOException {
        FileLine first = ahead;
        if (first == null) {
            return null;
        }
        LocalDate date = first.at().toLocalDate();
        Map<String, List<FileLine>> byNumber = new LinkedHashMap<>();
        int lines = 0;
        for (FileLine line = first; line != null && sameDay(line, date); line = ahead) {
            byNumber.computeIfAbsent(line.invoice(), number -> new ArrayList<>())
                    .add(line);
            lines++;
            ahead = file.next();
        }
        List<Invoice> invoices = byNumber.entrySet().stream()
                .map(entry -> new Invoice(entry.getKey(), entry.getValue()))
                .toList();
        piece++;
        return new Day(piece, date, invoices, lines);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static boolean sameDay(FileLine line, LocalDate date) {
        LocalDate day = line.at().toLocalDate();
        if (day.isBefore(date)) {
            throw Misread.named(line.number(), "InvoiceDate", day.toString(), "≥ " + date);
        }
        return day.equals(date);
    }
}
