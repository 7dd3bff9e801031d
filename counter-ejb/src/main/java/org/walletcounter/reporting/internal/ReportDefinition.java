package org.walletcounter.reporting.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportSpan;

/**
 * A report as its folder's report.properties defines it; the grammar stands in that file.
 *
 * @param source where its figures come from: "sql", "wallet" or "vouchers"
 * @param span what it is made of
 * @param facts queries of one row
 * @param sets queries of a few rows
 * @param besides what is told besides, by other than queries: "uplift"
 * @param rows the query that the template walks through; empty unless the source is "sql"
 * @param grows whether it has a row for each thing that happened, however many
 */
record ReportDefinition(
        String code,
        Set<String> roles,
        Set<ReportFormat> formats,
        String source,
        ReportSpan span,
        List<String> facts,
        List<String> sets,
        List<String> besides,
        String rows,
        boolean grows) {

    static ReportDefinition read(String code, Properties text) {
        return new ReportDefinition(
                code,
                Set.copyOf(list(text, "roles")),
                new TreeSet<>(list(text, "formats").stream()
                        .map(ReportFormat::valueOf)
                        .toList()),
                text.getProperty("source", "sql").strip(),
                ReportSpan.valueOf(text.getProperty("span", "days").strip().toUpperCase(Locale.ROOT)),
                list(text, "facts"),
                list(text, "sets"),
                list(text, "besides"),
                text.getProperty("rows", "").strip(),
                text.getProperty("grows", "no").strip().equals("yes"));
    }

    private static List<String> list(Properties text, String key) {
        return Arrays.stream(text.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
