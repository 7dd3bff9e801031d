package org.walletcounter.reporting.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
                report -> new SqlFigures(TestDatabase.shared().app().getConnection(), LIBRARY, report, scope, FACE));
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

        Figures open(ReportDefinition report) throws java.sql.SQLException;
    }
}
