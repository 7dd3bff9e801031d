package org.walletcounter.reporting.internal;

import java.io.OutputStream;
import java.util.Map;
import net.sf.jasperreports.engine.JRAbstractExporter;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.engine.fill.JRSwapFileVirtualizer;
import net.sf.jasperreports.engine.util.JRSwapFile;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import org.walletcounter.reporting.ReportFormat;

/**
 * Fills templates and writes them out. Pages beyond the first few wait in a file of the temporary folder, so a report of a
 * thousand pages needs no more memory than one of twenty.
 */
class ReportWriter {

    /** In points: 1 cm. */
    private static final int PRINT_MARGIN = 28;

    private static final int PAGES_IN_MEMORY = 20;
    private static final int BLOCK = 4096;
    private static final int BLOCKS_AT_ONCE = 256;

    /** The structure for screen readers is kept in memory until the last page is written; long lists go without. */
    private static final int MOST_TAGGED_PAGES = 100;

    /** Fills, then exports; tells how many pages it was. */
    int write(
            JasperReport template,
            Map<String, Object> parameters,
            JRDataSource rows,
            ReportFormat format,
            OutputStream target)
            throws JRException {
        JRSwapFile pages = new JRSwapFile(System.getProperty("java.io.tmpdir"), BLOCK, BLOCKS_AT_ONCE);
        JRSwapFileVirtualizer memory = new JRSwapFileVirtualizer(PAGES_IN_MEMORY, pages, true);
        try {
            parameters.put(JRParameter.REPORT_VIRTUALIZER, memory);
            parameters.put(JRParameter.IS_IGNORE_PAGINATION, format == ReportFormat.XLSX && !madeForSheets(template));
            JasperPrint print = JasperFillManager.fillReport(template, parameters, rows);
            memory.setReadOnly(true);
            exporter(print, format, target).exportReport();
            return print.getPages().size();
        } finally {
            memory.cleanup();
        }
    }

    /**
     * A template made for sheets has no heads and feet of pages, so it may have pages, and long ones wait in the file like
     * any others; the sheet is one all the same. One made for paper would show them among its rows and is filled as one
     * endless page.
     */
    private static boolean madeForSheets(JasperReport template) {
        return template.getName().endsWith("-sheet");
    }

    private static JRAbstractExporter<?, ?, ?, ?> exporter(
            JasperPrint print, ReportFormat format, OutputStream target) {
        return switch (format) {
            case PDF -> pdf(print, target);
            case XLSX -> sheet(print, target);
        };
    }

    private static JRPdfExporter pdf(JasperPrint print, OutputStream target) {
        SimplePdfExporterConfiguration settings = new SimplePdfExporterConfiguration();
        settings.setTagged(print.getPages().size() <= MOST_TAGGED_PAGES);
        settings.setTagLanguage(print.getLocaleCode().replace('_', '-'));
        settings.setMetadataTitle(print.getName());
        settings.setDisplayMetadataTitle(true);
        settings.setCompressed(true);
        JRPdfExporter exporter = new JRPdfExporter();
        exporter.setConfiguration(settings);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(target));
        return exporter;
    }

    private static JRXlsxExporter sheet(JasperPrint print, OutputStream target) {
        SimpleXlsxReportConfiguration settings = new SimpleXlsxReportConfiguration();
        settings.setOnePagePerSheet(false);
        settings.setDetectCellType(true);
        settings.setRemoveEmptySpaceBetweenRows(true);
        settings.setRemoveEmptySpaceBetweenColumns(true);
        settings.setWhitePageBackground(false);
        settings.setIgnoreGraphics(true);
        printOnePageWide(settings);
        JRXlsxExporter exporter = new JRXlsxExporter();
        exporter.setConfiguration(settings);
        exporter.setExporterInput(new SimpleExporterInput(print));
        exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(target));
        return exporter;
    }

    /** Who prints the sheet gets whole rows: as wide as one page, as long as it needs, with a margin a printer can do. */
    private static void printOnePageWide(SimpleXlsxReportConfiguration settings) {
        settings.setFitWidth(1);
        settings.setFitHeight(0);
        settings.setPrintPageTopMargin(PRINT_MARGIN);
        settings.setPrintPageBottomMargin(PRINT_MARGIN);
        settings.setPrintPageLeftMargin(PRINT_MARGIN);
        settings.setPrintPageRightMargin(PRINT_MARGIN);
    }
}
