package org.walletcounter.loyalty.internal;

import java.util.UUID;

/** Brings points up to date in transactions of its own. */
public interface PointsUpkeep {

    /** One member in one programme. */
    void tidy(UUID programmeId, UUID memberId);

    /** One member in all programmes. */
    void tidyAll(UUID merchantId, UUID memberId);
}
