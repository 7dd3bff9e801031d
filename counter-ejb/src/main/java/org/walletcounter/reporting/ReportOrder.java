package org.walletcounter.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report to make.
 *
 * @param code the report's folder name, as in "daily-sales"
 * @param language "en" or "zh"
 * @param storeId one store, or null for all the actor may see
 * @param subject for reports about one thing; of a statement, the member's id, with "/" and a currency where it is not
 *     the merchant's; null for the member who asks; of vouchers to print, "campaign/batch" with "/from-to" for a part; null
 *     for all other reports
 */
public record ReportOrder(
        String code,
        ReportFormat format,
        String language,
        LocalDate from,
        LocalDate to,
        @Nullable UUID storeId,
        @Nullable String subject) {

    /** The same for the whole of what a report is made of; today is the merchant's business day. */
    public ReportOrder spanning(ReportSpan span, LocalDate today) {
        UUID store = span == ReportSpan.NOW ? null : storeId;
        return new ReportOrder(code, format, language, span.from(from, today), span.to(to, today), store, subject);
    }
}
