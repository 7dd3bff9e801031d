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
    MONTH,
    /** No days: what is the case when it is made, in all stores, whatever days and store are asked for. */
    NOW;

    /** Where the report begins that is asked for from a day on; today is the merchant's business day. */
    public LocalDate from(LocalDate asked, LocalDate today) {
        return switch (this) {
            case DAY, DAYS -> asked;
            case MONTH -> asked.withDayOfMonth(1);
            case NOW -> today;
        };
    }

    /** Where it ends. */
    public LocalDate to(LocalDate asked, LocalDate today) {
        return switch (this) {
            case DAY, DAYS -> asked;
            case MONTH -> YearMonth.from(asked).atEndOfMonth();
            case NOW -> today;
        };
    }
}
