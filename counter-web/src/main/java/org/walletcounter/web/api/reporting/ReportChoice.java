package org.walletcounter.web.api.reporting;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.web.api.CalendarDay;

/** How a report is asked for in its address. Everything may be left out: PDF, the caller's language, today, all stores. */
public class ReportChoice {

    @QueryParam("format")
    @Nullable
    String format;

    @QueryParam("language")
    @Nullable
    String language;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("storeId")
    @Nullable
    UUID storeId;

    @QueryParam("subject")
    @Nullable
    String subject;

    @QueryParam("currency")
    @Nullable
    String currency;

    /** The same about one thing: a member, or what else the report is about. */
    ReportChoice of(String about) {
        subject = currency == null ? about : about + "/" + currency;
        return this;
    }

    ReportFormat format() {
        String wanted = format == null ? ReportFormat.PDF.name() : format.toUpperCase(Locale.ROOT);
        return Arrays.stream(ReportFormat.values())
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> CounterException.at("format", KernelError.FIELD_INVALID, "PDF, XLSX"));
    }

    static LocalDate day(String field, @Nullable String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : CalendarDay.parse(text);
        } catch (DateTimeException unreadable) {
            throw CounterException.at(field, KernelError.FIELD_INVALID, "2026-01-31");
        }
    }
}
