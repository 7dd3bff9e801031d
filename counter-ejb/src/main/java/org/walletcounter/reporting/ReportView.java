package org.walletcounter.reporting;

import java.util.Set;

/**
 * A report that can be made (报表).
 *
 * @param title in the language asked for
 * @param span what it is made of
 * @param subject what {@link ReportOrder#subject} must name: "member", "voucher batch", or empty for reports about the business
 */
public record ReportView(String code, String title, Set<ReportFormat> formats, ReportSpan span, String subject) {}
