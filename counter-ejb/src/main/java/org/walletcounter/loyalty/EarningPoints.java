package org.walletcounter.loyalty;

import org.walletcounter.kernel.Actor;

/**
 * What sales earn (积分累计): asked by every payment of a known member, so it is a plain object in the server, behind the doors
 * that have checked who asks. Thread-safe.
 */
public interface EarningPoints {

    /**
     * What a sale earns in all active programmes. Once the member is known to this node it asks the database nothing: two
     * postings and one row per programme, inserted with the payment's batch.
     */
    PointsPart earn(Actor actor, EarnRequest request);

    /** Whether anything earns there now: a programme is active. Known to this node within seconds. */
    boolean earns(Actor actor);
}
