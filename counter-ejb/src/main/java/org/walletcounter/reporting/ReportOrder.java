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
 * @param subject for reports about one thing: a member's wallet account, for example; else null
 */
public record ReportOrder(
        String code,
        ReportFormat format,
        String language,
        LocalDate from,
        LocalDate to,
        @Nullable UUID storeId,
        @Nullable String subject) {}
