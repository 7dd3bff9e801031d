package org.walletcounter.transactions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;
import org.walletcounter.promotions.Terms;

/**
 * The door to tickets and prizes (抽奖). A ticket is promised by a sale, drawn once by its member, and taken back with the sale
 * while it is not drawn. Commands join the caller's transaction. Thread-safe. Refuses with {@link TransactionError}, and with
 * {@link org.walletcounter.promotions.PromotionError} where the campaign does.
 */
public interface Lotteries {

    /** A member's tickets that wait to be drawn, by campaign; also those whose time is over, for they are still on paper. */
    List<Waiting> waiting(Actor actor, UUID memberId);

    /**
     * Draws the oldest ticket that the member has of a campaign, once: by the odds of the version that it was given under, within
     * the limits of the version that went live last.
     *
     * @throws CounterException {@link TransactionError#NO_TICKET_LEFT}, {@link TransactionError#DRAWS_USED_UP}, {@link
     *     TransactionError#WINS_USED_UP}, {@link org.walletcounter.promotions.PromotionError#DRAWING_OVER}; the ticket is
     *     then still there
     */
    PrizeDraw draw(Actor actor, UUID memberId, UUID campaignId);

    /** What a member has drawn, newest first. */
    Page<PrizeDraw> drawn(Actor actor, UUID memberId, @Nullable String after, int limit);

    /**
     * Gifts that wait to be handed over, and prizes that could not be given: oldest first, a member's or everybody's, up to
     * 200 a page.
     */
    Page<PrizeDraw> open(Actor actor, @Nullable UUID memberId, @Nullable String after, int limit);

    /** The prize with this code, whatever became of it. */
    PrizeDraw byCode(Actor actor, String code);

    /**
     * Notes that a gift was handed over, once; also a prize that could not be given in the way that was promised.
     *
     * @param storeId where, in the actor's scope; null for the store that the actor is bound to, if to any
     * @throws CounterException {@link org.walletcounter.merchants.MerchantError#NOT_FOUND}, {@link
     *     TransactionError#NO_SUCH_PRIZE}, {@link TransactionError#PRIZE_HANDED_OVER}, {@link
     *     TransactionError#NOT_TO_BE_HANDED_OVER}
     */
    PrizeDraw handOver(Actor actor, UUID drawId, @Nullable UUID storeId);

    /**
     * All draws of a campaign whose seed is revealed, by serial, a page at a time.
     *
     * @param after the serial of the last one seen; 0 for the first page
     * @throws CounterException {@link TransactionError#NOT_REVEALED_YET}
     */
    List<PrizeDraw> proof(Actor actor, UUID campaignId, long after, int limit);

    /**
     * All random reductions of a campaign whose seed is revealed, by payment, a page at a time.
     *
     * @param after the payment of the last one seen, or null for the first page
     * @throws CounterException {@link TransactionError#NOT_REVEALED_YET}
     */
    List<DrawnReduction> reductions(Actor actor, UUID campaignId, @Nullable UUID after, int limit);

    /** How a lottery stands. */
    Figures figures(Actor actor, UUID campaignId);

    /**
     * Tickets of one campaign.
     *
     * @param closes from when on they cannot be drawn any more, or null while that is not known
     * @param open whether they can be drawn now
     */
    record Waiting(
            UUID campaignId,
            Terms.Names campaign,
            long tickets,
            @Nullable Instant closes,
            boolean open) {}

    /**
     * A random reduction that a sale had.
     *
     * @param drawnFor the text that the HMAC is of: campaign and sale number
     * @param value the number that was drawn, below the sum of the weights
     * @param off what was taken off: what the number stands for, or all there was
     */
    record DrawnReduction(UUID paymentId, int version, String saleNumber, String drawnFor, long value, long off) {}

    /**
     * How a lottery stands, in numbers.
     *
     * @param tickets that sales have given and that were not taken back
     * @param drawn of them
     * @param blanks of those
     */
    record Figures(long tickets, long drawn, long blanks, List<OfPrize> prizes) {

        /** Keeps a copy. */
        public Figures {
            prizes = List.copyOf(prizes);
        }
    }

    /**
     * How a prize stands.
     *
     * @param left how many there are still
     * @param won how often it was drawn and not taken back
     * @param out how many of those the members have in hand
     * @param failed how many could not be given
     */
    record OfPrize(
            String code, Terms.Names names, int stock, long left, long won, long out, long failed, long takenBack) {}
}
