package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.MemberTier;
import org.walletcounter.loyalty.Segments;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.promotions.Shopper;

/** Collects what promotions may know of a customer from the modules that own it. */
@Dependent
class Shoppers {

    private final Tiers tiers;
    private final Segments segments;

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Shoppers(Tiers tiers, Segments segments) {
        this.tiers = tiers;
        this.segments = segments;
    }

    Shopper of(Actor actor, @Nullable UUID memberId) {
        if (memberId == null) {
            return Shopper.UNKNOWN;
        }
        MemberTier standing = tiers.of(actor, memberId);
        return new Shopper(
                memberId,
                standing.tier() == null ? null : standing.tier().code(),
                new HashSet<>(segments.codesOf(actor.merchantId(), memberId)),
                null,
                isFirstPurchase(actor.merchantId(), memberId),
                null);
    }

    private boolean isFirstPurchase(UUID merchantId, UUID memberId) {
        return entities.createNativeQuery("SELECT 1 FROM transactions.payment WHERE member_id = ?1 AND merchant_id = ?2"
                        + " AND state = 'SUCCEEDED' LIMIT 1")
                .setParameter(1, memberId)
                .setParameter(2, merchantId)
                .getResultList()
                .isEmpty();
    }
}
