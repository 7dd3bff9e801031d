package org.walletcounter.reporting.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.testing.TestDatabase;

/** Prints reports in tests, at a moment that stands still, and reads them back. */
final class Printing {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);

    private static final ReportLibrary LIBRARY = new ReportLibrary();
    private static final Typeface FACE = new Typeface();

    private Printing() {}

    static ReportLibrary library() {
        return LIBRARY;
    }

    static Typeface face() {
        return FACE;
    }

    static byte[] daily(ReportScope scope, ReportFormat format) {
        return sales("daily-sales", scope, format);
    }

    /** One of the reports that SQL feeds. */
    static byte[] sales(String code, ReportScope scope, ReportFormat format) {
        return print(
                code,
                scope,
                format,
                report -> new SqlFigures(TestDatabase.shared().app(), LIBRARY, report, scope, FACE));
    }

    /** The bars of a report's chart, each under its label. */
    static Map<String, BigDecimal> bars(String code, ReportScope scope, String height) throws SQLException {
        ReportDefinition report = LIBRARY.find(code).orElseThrow();
        Map<String, BigDecimal> bars = new LinkedHashMap<>();
        try (Figures figures = new SqlFigures(TestDatabase.shared().app(), LIBRARY, report, scope, FACE)) {
            for (Object row : (List<?>) Objects.requireNonNull(
                    figures.parameters().get(report.sets().get(0)))) {
                Map<?, ?> bar = (Map<?, ?>) row;
                bars.put((String) bar.get("day"), (BigDecimal) bar.get(height));
            }
        }
        return bars;
    }

    static byte[] print(String code, ReportScope scope, ReportFormat format, FiguresOf figures) {
        ReportDefinition report = LIBRARY.find(code).orElseThrow();
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        new ReportPress(LIBRARY, CLOCK)
                .print(
                        new ReportPress.Edition(report, format, scope, "Mei Lin 林梅"),
                        () -> figures.open(report),
                        target);
        return target.toByteArray();
    }

    /** The words of a PDF in reading order, one blank between them. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Opens figures for a report. */
    interface FiguresOf {

        Figures open(ReportDefinition report) throws SQLException;
    }
}
