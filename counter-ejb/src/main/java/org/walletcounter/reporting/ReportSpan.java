package org.walletcounter.reporting;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a report is made of. */
public enum ReportSpan {
    /** One day; several where they are asked for. */
    DAY,
    /** The days asked for. */
    DAYS,
    /** Whole months: those of the days asked for. */
    MONTH;

    /** Where the report begins that is asked for from a day on. */
    public LocalDate from(LocalDate asked) {
        return this == MONTH ? asked.withDayOfMonth(1) : asked;
    }

    /** Where it ends. */
    public LocalDate to(LocalDate asked) {
        return this == MONTH ? YearMonth.from(asked).atEndOfMonth() : asked;
    }
}
