package org.walletcounter.transactions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/**
 * A refund as it stands. Its tenders say where the money went.
 *
 * @param journalId its journal in the ledger; null where only goods came back: free ones, or such whose money went back before
 * @param pointsBack spent points that came back
 * @param pointsTaken earned points that were taken back
 * @param cashBackTaken cash-back that was paid out for the goods and taken from the wallet again, in minor units
 * @param cashBackOwed what of it the wallet did not reach for: a debt, which the next cash-back pays first
 * @param taxes the tax in the amount, by rate
 */
public record RefundView(
        UUID id,
        UUID paymentId,
        Money amount,
        String reason,
        String note,
        String cashier,
        Instant occurredAt,
        @Nullable UUID journalId,
        List<Tender> tenders,
        long pointsBack,
        long pointsTaken,
        long cashBackTaken,
        long cashBackOwed,
        List<SaleTax> taxes) {}
