package org.walletcounter.vouchers;

import org.walletcounter.kernel.Money;

/**
 * What has become of a campaign.
 *
 * @param total how many there ever were to give out; 0: without end
 * @param left in the pool
 * @param unclaimedCodes made as codes, not yet brought in by anybody
 * @param inHand with people
 * @param used redeemed, less those that came back
 * @param saved what redemptions have cost
 * @param followers how many members follow it just now
 */
public record CampaignFigures(
        long total,
        long left,
        long unclaimedCodes,
        Hands hands,
        long used,
        Money saved,
        Money budgetLeft,
        long followers) {

    /**
     * What went through people's hands.
     *
     * @param issued that ever came into a hand
     * @param inHand still there
     */
    public record Hands(long issued, long inHand, long expired, long withdrawn) {}
}
