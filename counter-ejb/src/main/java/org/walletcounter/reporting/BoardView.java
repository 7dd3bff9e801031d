package org.walletcounter.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.TenderKind;

/**
 * How the day goes (实时看板).
 *
 * @param attempts payments asked for, refused and cancelled ones too
 * @param paid payments that succeeded and were not cancelled
 * @param refused payments that were refused
 * @param p95Millis 95 of 100 payments took no longer than this
 * @param hours one figure for each hour of the day, 0 to 23
 */
public record BoardView(
        LocalDate day,
        Instant asOf,
        long attempts,
        long paid,
        long refused,
        Money amount,
        Money refunded,
        int p95Millis,
        List<ByTender> tenders,
        List<Money> hours) {

    /** One tender's part of the day. */
    public record ByTender(TenderKind kind, long count, Money amount) {}
}
