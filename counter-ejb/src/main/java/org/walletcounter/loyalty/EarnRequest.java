package org.walletcounter.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A sale that earns points.
 *
 * @param journalId the payment's journal, into which the points go; it tells when they are recorded
 * @param reference the sale number, for statements
 * @param occurredAt when it was bought; from then on the points wait until they may be spent
 * @param day the merchant's business day
 * @param lines what is sold, without tips and top-ups
 * @param notEarning how much of the lines' sum is paid with points or other value that earns nothing, in minor units
 */
public record EarnRequest(
        UUID memberId,
        UUID journalId,
        String reference,
        Instant occurredAt,
        LocalDate day,
        List<Line> lines,
        long notEarning) {

    /**
     * One line of the sale.
     *
     * @param line its number, 1 or more
     * @param net what is paid for it after promotions and vouchers, in minor units; zero or more
     */
    public record Line(int line, String category, int quantity, long net) {}
}
