package org.walletcounter.imports.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.Judging;
import org.walletcounter.imports.internal.file.StockCodes;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.SalesHistory;

/** Books the days of a file one by one: claim the numbers, book, note what became of the lines. */
@Dependent
class BookingDays {

    private final ImportNotes notes;
    private final SalesHistory history;
    private final StockCodes codes = new StockCodes();

    @Inject
    BookingDays(ImportNotes notes, SalesHistory history) {
        this.notes = notes;
        this.history = history;
    }

    void book(Contents contents, Day day) {
        Map<String, ImportNotes.Claim> claims = notes.claim(contents.order(), day.invoices());
        DayOutcome outcome = new BookingDay(contents, judging(contents), history, claims).book(day);
        notes.settle(contents.order(), outcome);
    }

    void recall(Contents contents, Day day) {
        new BookingDay(contents, judging(contents), history, Map.of()).recall(day);
    }

    private Judging judging(Contents contents) {
        return new Judging(codes, Money.zero(contents.merchant().currency()).decimals());
    }
}
