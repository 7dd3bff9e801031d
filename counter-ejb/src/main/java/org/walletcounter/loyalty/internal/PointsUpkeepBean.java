package org.walletcounter.loyalty.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Upkeep in the server: each call is a transaction of its own, undone as a whole if a payment got in between. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PointsUpkeepBean implements PointsUpkeep {

    @Inject
    PointsGround ground;

    @Override
    public void tidy(UUID programmeId, UUID memberId) {
        ground.points().upkeep.tidy(programmeId, memberId);
    }

    @Override
    public void tidyAll(UUID merchantId, UUID memberId) {
        ground.points().tidy(merchantId, memberId);
    }
}
