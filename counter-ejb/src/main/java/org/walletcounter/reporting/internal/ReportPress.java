package org.walletcounter.reporting.internal;

import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportingError;

/** Brings a template, its texts and its figures together and writes the report. Thread-safe. */
class ReportPress {

    /**
     * Of a sheet. The format's table of texts stays in memory until the sheet ends, most of a KiB a row; and Excel itself
     * takes a million rows.
     */
    private static final int MOST_ROWS = 100_000;

    private final ReportLibrary library;
    private final Clock clock;
    private final int mostRows;
    private final ReportWriter writer = new ReportWriter();

    ReportPress(ReportLibrary library, Clock clock) {
        this(library, clock, MOST_ROWS);
    }

    /** One whose sheets have at most so many rows. */
    ReportPress(ReportLibrary library, Clock clock, int mostRows) {
        this.library = library;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /** Prints; closes the figures in any case. */
    void print(Edition edition, FiguresSource source, OutputStream target) {
        long start = clock.millis();
        ReportDefinition report = edition.report();
        try (Figures figures = source.open()) {
            requireThatItFits(edition, figures);
            ReportScope scope = edition.scope();
            Map<String, Object> parameters = scope.templateValues(clock.instant(), edition.printedBy());
            parameters.putAll(figures.parameters());
            parameters.put(JRParameter.REPORT_LOCALE, scope.language());
            parameters.put(JRParameter.REPORT_RESOURCE_BUNDLE, library.texts(report, scope.language()));
            int pages = writer.write(
                    library.template(report, edition.format()), parameters, figures.rows(), edition.format(), target);
            ReportingLog.LOG.reportMade(report.code(), edition.format().name(), pages, clock.millis() - start);
        } catch (SQLException | JRException broken) {
            ReportingLog.LOG.reportFailed(report.code(), broken);
            throw new CounterException(ReportingError.REPORT_FAILED);
        }
    }

    private void requireThatItFits(Edition edition, Figures figures) throws SQLException {
        if (edition.format() == ReportFormat.XLSX && edition.report().grows() && figures.longerThan(mostRows)) {
            throw CounterException.at("format", ReportingError.TOO_MANY_ROWS, mostRows);
        }
    }

    /** One printing of a report: what, as what, about what and for whom. */
    record Edition(ReportDefinition report, ReportFormat format, ReportScope scope, String printedBy) {}

    /** Opens a report's figures. */
    @FunctionalInterface
    interface FiguresSource {

        /** The figures, to be closed by who asked. */
        Figures open() throws SQLException;
    }
}
