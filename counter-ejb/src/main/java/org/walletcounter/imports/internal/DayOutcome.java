package org.walletcounter.imports.internal;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.Invoice;
import org.walletcounter.imports.internal.file.Judged;
import org.walletcounter.imports.internal.file.Treatment;

/** What became of a day's invoices, line by line. */
record DayOutcome(Day day, List<Settled> invoices) {

    /** An invoice with what became of its lines. */
    record Settled(Invoice invoice, List<Judged> lines) {

        /** Why no line of it is in the books: its first line's class; null when at least one line is. */
        @Nullable
        String leftOut() {
            boolean booked = lines.stream().anyMatch(each -> each.becomes().booked());
            return booked ? null : lines.get(0).becomes().code();
        }

        /** Whether its number belongs to something else. */
        boolean taken() {
            return lines.get(0).becomes() == Treatment.NUMBER_TAKEN;
        }
    }

    /** All lines of the day. */
    Stream<Judged> lines() {
        return invoices.stream().flatMap(each -> each.lines().stream());
    }

    /** The lines that are listed one by one. */
    List<Judged> listed() {
        return lines().filter(each -> each.becomes().listed()).toList();
    }
}
