package org.walletcounter.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/**
 * What merchants owe each other for vouchers that one honoured and another funds (联合券清算), seen from one of them. What returns
 * undo is taken off on the day of the return, so a statement of past days does not change any more.
 *
 * @param lines one per campaign, partner and currency
 * @param nets one per partner and currency: above zero, the partner owes
 */
public record ClearingStatement(UUID merchantId, LocalDate from, LocalDate to, List<Line> lines, List<Net> nets) {

    /**
     * @param redemptions how many vouchers were used, on the day of the use, also where their goods came back later
     * @param owedToUs the partner's share of what we honoured; below zero where returns undid more than was used
     * @param owedByUs our share of what the partner honoured; below zero likewise
     */
    public record Line(
            UUID campaignId,
            String campaign,
            UUID partnerId,
            String partner,
            long redemptions,
            Money owedToUs,
            Money owedByUs) {}

    /** What is left between us and a partner. */
    public record Net(UUID partnerId, String partner, Money amount) {}
}
