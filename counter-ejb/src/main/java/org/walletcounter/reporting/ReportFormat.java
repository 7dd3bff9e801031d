package org.walletcounter.reporting;

/** What a report can be made as. */
public enum ReportFormat {
    /** For paper and mail. */
    PDF,
    /** For a spreadsheet. */
    XLSX
}
