package org.walletcounter.promotions;

import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Posting;

/**
 * The door to the merchant's live promotions (促销). Thread-safe. Refuses with {@link PromotionError}. Who takes payments
 * quotes, stores the {@link Sale} with the payment, and posts what {@link #funding} answers in the same journal; who gives
 * money back asks {@link Pricing#refund} and posts what {@link #refunding} or {@link #cancelling} answers.
 */
public interface Promotions {

    /** What the actor's merchant offers now. Kept in memory; a change is seen within a second on every node. */
    Offers live(Actor actor);

    /**
     * The best legal price with what is live now, whose budgets and limits hold what the price uses of them, and with the
     * numbers drawn for the basket's reference. What they do not hold is left out, and the verdicts say so. A member, who may
     * ask for any reference, is told nothing of what is drawn.
     */
    Sale quote(Actor actor, QuoteRequest request);

    /**
     * The postings that a sale's promotions need beside the payment's own: each party's funding account gives what it pays,
     * the campaign's budget and quantities give what is used. The caller adds the other side: the reductions, as {@link
     * Funded#total}, to the revenue account if it books revenue gross. Opens the accounts of the day, store and person that
     * are not there yet, in a transaction of its own.
     *
     * @throws CounterException {@link PromotionError#BUDGET_USED_UP} or {@link PromotionError#QUANTITY_USED_UP} where others
     *     were faster since the quote: quote again, and it is left out
     */
    Funded funding(Actor actor, Sale sale);

    /** The postings that undo the funding for what comes back. */
    Funded refunding(Actor actor, Sale sale, RefundPlan plan);

    /** The same where the whole sale is called back: its numbers are free again too, as if it had not been made. */
    Funded cancelling(Actor actor, Sale sale, RefundPlan plan);

    /**
     * Postings of funding and limits.
     *
     * @param postings sum to zero per unit except the currency, where {@code total} is missing
     * @param total what the funders pay together in minor units; the caller posts it to where the sale's revenue goes
     * @param campaigns those whose limits are touched
     */
    record Funded(List<Posting> postings, long total, List<UUID> campaigns) {

        /** Nothing to post. */
        public static final Funded NOTHING = new Funded(List.of(), 0, List.of());

        /** Keeps copies. */
        public Funded {
            postings = List.copyOf(postings);
            campaigns = List.copyOf(campaigns);
        }
    }
}
