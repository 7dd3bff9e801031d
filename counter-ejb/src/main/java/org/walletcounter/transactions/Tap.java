package org.walletcounter.transactions;

import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/**
 * A card or phone held to a gate or validator (刷卡过闸).
 *
 * @param id made by the gate, a UUID of version 7 (RFC 9562): the tap counts once under it, for ever
 * @param tillId the gate
 * @param token what it read: the number of a card that is bound to a member, or a payment code
 * @param at when, by the gate's clock
 * @param fare what it takes, already reckoned
 * @param offline whether the gate let the person through without asking
 */
public record Tap(UUID id, UUID tillId, String token, Instant at, Money fare, boolean offline) {

    /** Tells nothing of the token: a code is worth money. */
    @Override
    public String toString() {
        return "Tap " + id + " of " + fare + " at gate " + tillId;
    }
}
