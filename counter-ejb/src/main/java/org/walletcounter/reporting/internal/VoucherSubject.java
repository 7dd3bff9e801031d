package org.walletcounter.reporting.internal;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.reporting.ReportingError;

/**
 * Which vouchers are printed.
 *
 * @param from the first, counted from 1
 * @param to the last; as many as there are where nobody says
 */
record VoucherSubject(UUID campaignId, UUID batchId, int from, int to) {

    /** The most on one file. */
    static final int MOST = 10_000;

    private static final Pattern FORM =
            Pattern.compile("([0-9a-fA-F-]{36})/([0-9a-fA-F-]{36})(?:/(\\d{1,7})-(\\d{1,7}))?");

    /** Reads "campaign/batch" or "campaign/batch/from-to". */
    static VoucherSubject of(@Nullable String subject) {
        Matcher parts = FORM.matcher(subject == null ? "" : subject);
        if (!parts.matches()) {
            throw WalletSubject.refused();
        }
        boolean all = parts.group(3) == null;
        try {
            return new VoucherSubject(
                    UUID.fromString(parts.group(1)),
                    UUID.fromString(parts.group(2)),
                    all ? 1 : Integer.parseInt(parts.group(3)),
                    all ? Integer.MAX_VALUE : Integer.parseInt(parts.group(4)));
        } catch (IllegalArgumentException noId) {
            throw WalletSubject.refused();
        }
    }

    /** The same within a batch of this size; refused where nothing is left, or too much. */
    VoucherSubject within(int size) {
        int last = Math.min(to, size);
        if (from < 1 || from > last || last - from >= MOST) {
            throw CounterException.at("subject", ReportingError.SHEET_TOO_LARGE, MOST, size);
        }
        return new VoucherSubject(campaignId, batchId, from, last);
    }
}
