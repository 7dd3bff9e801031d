package org.walletcounter.members;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;

/**
 * Tells who pays, for the modules that take payments. Many payments at once are told with a few statements; nobody waits
 * on a thread. The caller has checked the actor's role at its own door. Thread-safe.
 */
public interface Payers {

    /**
     * Who shows this payment code, ready to pay in a currency: the same as
     * {@link Members#payer(Actor, String, String)}. What depends on the stage runs on a thread of the members module: keep
     * it short, or move it elsewhere.
     *
     * @throws CounterException for what is no code of ours; every other refusal comes through the stage
     */
    CompletionStage<Payer> showing(Actor actor, String shown, String currency);

    /**
     * Who holds these cards or shows these payment codes at a gate, in their order. A card pays without a code here, so
     * take no more than a fare for it. Whether the wallet is frozen is left to the ledger, which asks when it takes the
     * money. Waits for the database, with one statement for cards that were seen in the last minutes.
     *
     * @param shown at most 500
     */
    List<Recognition> boarding(Actor actor, List<Token> shown, String currency);

    /**
     * What a gate has read.
     *
     * @param text the number of a card bound to a member, or a payment code
     * @param at when, if that was not just now: a code is held against that moment
     */
    record Token(String text, @Nullable Instant at) {}

    /**
     * Who it belongs to, or why nobody pays with it.
     *
     * @param claim what must be claimed so that a code is accepted once; null for a card
     */
    record Recognition(
            @Nullable UUID memberId,
            @Nullable AccountId wallet,
            @Nullable Claim claim,
            @Nullable CounterException refusal) {}
}
