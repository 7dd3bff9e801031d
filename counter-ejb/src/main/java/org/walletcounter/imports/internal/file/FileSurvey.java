package org.walletcounter.imports.internal.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the file says as a whole, read once from its beginning to its end before anything is booked: its own figures, its
 * products and its customers. Reading it proves that every line has the form expected.
 */
public final class FileSurvey {

    /**
     * The file's own figures.
     *
     * @param value sum of quantity times price, exact
     */
    public record Figures(
            int lines,
            int invoices,
            int cancellations,
            int stockCodes,
            int tradingDays,
            int withoutCustomer,
            int customers,
            BigDecimal value) {}

    /** What the file says about one stock code. */
    public static final class Code {
        private final Map<String, Integer> soldAs = new HashMap<>();
        private final Map<String, Integer> namedAs = new HashMap<>();
        private @Nullable BigDecimal lastPrice;

        /** The text it was sold under most often, else the one it was named with most often, else none. */
        public String name() {
            String sold = commonest(soldAs);
            return sold.isEmpty() ? commonest(namedAs) : sold;
        }

        /** What it was last sold at; zero for what was never sold. */
        public BigDecimal price() {
            return lastPrice == null ? BigDecimal.ZERO : lastPrice;
        }

        /** Whether it was ever sold. */
        public boolean sold() {
            return lastPrice != null;
        }

        private void see(FileLine line) {
            boolean sale = line.quantity() > 0
                    && line.price().signum() > 0
                    && !line.invoice().startsWith("C");
            if (sale) {
                lastPrice = line.price();
            }
            if (!line.text().isEmpty()) {
                (sale ? soldAs : namedAs).merge(line.text(), 1, Integer::sum);
            }
        }

        private static String commonest(Map<String, Integer> counts) {
            return counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(
                                    Map.Entry.<String, Integer>comparingByKey().reversed()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    private final Map<String, Code> codes = new TreeMap<>();
    private final Set<String> customers = new TreeSet<>();
    private final Set<String> invoices = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private int lines;
    private int withoutCustomer;
    private BigDecimal value = BigDecimal.ZERO;

    private FileSurvey() {}

    /** Reads a whole file that was read before. */
    public static FileSurvey of(Path path) throws IOException {
        return of(path, Long.MAX_VALUE);
    }

    /** Reads a whole file, which may hold so many bytes when it is unpacked. */
    public static FileSurvey of(Path path, long most) throws IOException {
        FileSurvey survey = new FileSurvey();
        LocalDate day = LocalDate.MIN;
        try (SalesFile file = SalesFile.open(path, most)) {
            for (FileLine line = file.next(); line != null; line = file.next()) {
                if (line.at().toLocalDate().isBefore(day)) {
                    throw Misread.named(line.number(), "InvoiceDate", line.at().toString(), "≥ " + day);
                }
                day = line.at().toLocalDate();
                survey.add(line);
            }
        }
        if (survey.lines == 0) {
            throw Misread.of(2, 0, "", "≥ 1");
        }
        return survey;
    }

    private void add(FileLine line) {
        lines++;
        value = value.add(line.value());
        invoices.add(line.invoice());
        days.add(line.at().toLocalDate());
        codes.computeIfAbsent(line.sku(), sku -> new Code()).see(line);
        String customer = line.customer();
        if (customer == null) {
            withoutCustomer++;
        } else {
            customers.add(customer);
        }
    }

    public Figures figures() {
        int cancellations =
                (int) invoices.stream().filter(Invoice::cancellation).count();
        return new Figures(
                lines,
                invoices.size(),
                cancellations,
                codes.size(),
                days.size(),
                withoutCustomer,
                customers.size(),
                value);
    }

    /** The stock codes, by code. */
    public Map<String, Code> codes() {
        return codes;
    }

    /** The customers' numbers, in order. */
    public Set<String> customers() {
        return customers;
    }
}
