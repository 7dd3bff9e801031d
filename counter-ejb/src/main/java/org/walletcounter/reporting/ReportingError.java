package org.walletcounter.reporting;

import org.walletcounter.kernel.ErrorCode;

/** What the reporting module refuses, in the order it is checked. */
public enum ReportingError implements ErrorCode {
    /** There is no such report, or it is not for your role. */
    NO_SUCH_REPORT(Kind.NOT_FOUND),
    /** The report is not made in this format. */
    FORMAT_NOT_OFFERED(Kind.INVALID),
    /** The last day lies before the first, or the span is longer than 366 days. */
    SPAN_INVALID(Kind.INVALID),
    /** There is no such promotion or voucher campaign, or it is not the actor's merchant's. */
    NO_SUCH_CAMPAIGN(Kind.NOT_FOUND),
    /** What the report should be about does not exist, or you may not see it. */
    NO_SUCH_SUBJECT(Kind.NOT_FOUND),
    /** A file of vouchers to print holds one to ten thousand that are in the batch. */
    SHEET_TOO_LARGE(Kind.INVALID),
    /** A spreadsheet of the report would have more rows than fit: fewer days, or the same as PDF. */
    TOO_MANY_ROWS(Kind.INVALID),
    /** The report could not be made; the reason is in the server's log. */
    REPORT_FAILED(Kind.UNAVAILABLE),
    /** The roll-ups are being made again already, here or on another server; one order at a time. */
    REBUILD_RUNNING(Kind.CONFLICT);

    private final Kind kind;

    ReportingError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "reporting";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
