package org.walletcounter.transactions;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Prize.Gives;
import org.walletcounter.promotions.Terms;

/**
 * A ticket that was drawn, and what became of its prize (抽奖结果).
 *
 * @param prize null for a blank
 * @param code what the member shows at the store for a gift, or null
 * @param why the code of the refusal for which a prize could not be given, or null
 * @param doneAt when it was handed over, given or taken back, or null
 * @param doneBy by whom, or null
 */
public record PrizeDraw(
        UUID id,
        UUID memberId,
        UUID campaignId,
        Terms.Names campaign,
        Instant drawnAt,
        State state,
        @Nullable Prize prize,
        @Nullable String code,
        @Nullable String why,
        @Nullable Instant doneAt,
        @Nullable String doneBy,
        Proof proof) {

    /**
     * What is won.
     *
     * @param worth in minor units of the currency; of money, how much it is
     * @param points how many, of a prize in points, or null
     */
    public record Prize(
            String code,
            Terms.Names names,
            Gives gives,
            @Nullable Integer points,
            long worth,
            String currency) {}

    /**
     * What everybody needs to reckon the draw again once the seed is known.
     *
     * @param version of the campaign's terms: whose odds they are
     * @param serial the how manieth draw of the campaign
     * @param drawnFor the text
     * @param hash HMAC-SHA-256 of the text under the seed, in hexadecimal
     * @param value the hash modulo the weights
     * @param weights the sum of all weights
     * @param meant the code of the prize that the value stands for, or null for a blank
     * @param leftBefore how many of it there were before, or null for a blank
     */
    public record Proof(
            int version,
            long serial,
            String drawnFor,
            String hash,
            long value,
            long weights,
            @Nullable String meant,
            @Nullable Long leftBefore) {}

    /** What became of it. */
    public enum State {
        /** No prize. */
        BLANK,
        /** A gift that waits at the store. */
        TO_HAND_OVER,
        /** A gift that was handed over. */
        HANDED_OVER,
        /** On its way into the member's hand: some seconds. */
        DUE,
        /** In the member's hand. */
        GIVEN,
        /** It could not be given; the store settles it with the member, who may be handed something instead. */
        FAILED,
        /** The sale came back; an unused voucher is being taken back. */
        TAKING_BACK,
        /** Taken back with the sale. */
        TAKEN_BACK
    }
}
