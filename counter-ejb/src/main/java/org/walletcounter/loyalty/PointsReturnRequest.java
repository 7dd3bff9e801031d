package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;

/**
 * What comes back of a sale, all refunds so far and this one together: the same state whatever the order of the parts.
 *
 * @param paymentJournal the sale's journal
 * @param refundJournal the refund's journal, into which the points go
 * @param lines the lines of which something has come back; or one line with the number 0 for the sale as a whole, where
 *     nobody knows the lines
 * @param moneyOffBack how much of the money off that points gave has been given back, in minor units
 */
public record PointsReturnRequest(
        UUID memberId, UUID paymentJournal, UUID refundJournal, List<Line> lines, long moneyOffBack) {

    /**
     * How much of a line has come back.
     *
     * @param line its number, or 0 for the sale as a whole
     * @param back of what was paid for it, in minor units
     * @param of what was paid for it
     */
    public record Line(int line, long back, long of) {}
}
