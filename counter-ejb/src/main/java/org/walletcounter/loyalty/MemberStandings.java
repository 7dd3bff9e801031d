package org.walletcounter.loyalty;

import java.util.UUID;

/**
 * The door for whoever prices a basket: tier and segments of a member with one cheap question (会员等级与客群). Thread-safe.
 */
public interface MemberStandings {

    /**
     * How a member stands; somebody unknown is in no tier and no segment. Remembered on this node for some seconds and
     * forgotten when tiers or segments of the merchant change here; another node follows within those seconds. Joins the
     * caller's transaction, if there is one.
     */
    MemberStanding of(UUID merchantId, UUID memberId);
}
