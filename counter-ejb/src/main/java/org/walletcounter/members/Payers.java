package org.walletcounter.members;

import java.util.concurrent.CompletionStage;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/**
 * Tells who pays, for the modules that take payments. Many payments at once are told with a few statements; nobody waits
 * on a thread. The caller has checked the actor's role at its own door. Thread-safe.
 */
public interface Payers {

    /**
     * Who shows this payment code, card or member token, ready to pay in a currency: the same as
     * {@link Members#payer(Actor, String, String)}. What depends on the stage runs on a thread of the members module: keep
     * it short, or move it elsewhere.
     *
     * @throws CounterException for what is no code of ours; every other refusal comes through the stage
     */
    CompletionStage<Payer> showing(Actor actor, String shown, String currency);
}
