package org.walletcounter.promotions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Posting;

/**
 * The door to what is drawn by chance (抽奖、随机立减). A campaign that draws gets a secret seed of 32 random bytes when it is
 * approved; its SHA-256 is published at once, itself when nothing can be drawn with it any more. Until then nobody reads it.
 * Thread-safe. Refuses with {@link PromotionError}.
 */
public interface Draws {

    /**
     * What everybody may know of a campaign that draws: the commitment, the odds, what is left, and the seed once nothing can
     * be drawn any more. Asking then is what reveals it, for ever.
     *
     * @throws CounterException {@link PromotionError#NO_SUCH_CAMPAIGN} also for one that never went live or draws nothing
     */
    DrawnCampaign odds(Actor actor, UUID campaignId);

    /** The merchant's campaigns that draw and went live, newest first, at most a hundred. */
    List<DrawnCampaign> oddsOfAll(Actor actor);

    /**
     * Draws for a ticket, in the caller's transaction, which holds the campaign's draws until it ends: one after the other.
     * Whether the ticket is there and has not been drawn is for the caller to know, and to ask after this has answered.
     *
     * @throws CounterException {@link PromotionError#NO_SUCH_CAMPAIGN}, {@link PromotionError#DRAWING_OVER}
     */
    Drawn draw(Actor actor, Ticket ticket);

    /** The postings that put a prize back whose ticket was taken back. */
    List<Posting> putBack(Actor actor, UUID campaignId, String prizeCode);

    /**
     * A ticket to be drawn.
     *
     * @param version the terms that were live when it was given
     * @param name by which everybody can tell it afterwards
     */
    record Ticket(UUID campaignId, int version, String name) {}

    /**
     * What was drawn.
     *
     * @param serial the how manieth of the campaign; without gaps
     * @param text what was drawn for: "campaign:serial:ticket"
     * @param hash HMAC-SHA-256 of the text under the seed, in hexadecimal
     * @param number the hash modulo the sum of the weights
     * @param meant the prize that the number stands for, or null for a blank
     * @param left how many of that prize there were before, or null for a blank
     * @param prize what is given: that prize, its substitute when it is gone, or null for nothing
     * @param terms by whose odds it was drawn: those of the ticket's version
     * @param newest the lottery as it went live last: how much one member may draw and win is for it to say
     * @param postings that take the prize out of its stock
     */
    record Drawn(
            long serial,
            String text,
            String hash,
            long number,
            @Nullable Prize meant,
            @Nullable Long left,
            @Nullable Prize prize,
            Benefit.Lottery terms,
            Benefit.Lottery newest,
            Instant at,
            List<Posting> postings) {

        /** Keeps a copy. */
        public Drawn {
            postings = List.copyOf(postings);
        }
    }
}
