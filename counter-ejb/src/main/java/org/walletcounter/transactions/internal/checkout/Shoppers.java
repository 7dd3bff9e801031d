package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.loyalty.MemberStanding;
import org.walletcounter.loyalty.MemberStandings;
import org.walletcounter.members.Birthday;
import org.walletcounter.members.MemberFacts;
import org.walletcounter.members.Members;
import org.walletcounter.promotions.Shopper;

/** Collects what promotions may know of a customer from the modules that own it. */
@Dependent
class Shoppers {

    private final Members members;
    private final MemberStandings standings;

    @PersistenceContext(unitName = "counter")
    EntityManager entities;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Shoppers(Members members, MemberStandings standings) {
        this.members = members;
        this.standings = standings;
    }

    Shopper of(Actor actor, @Nullable UUID memberId) {
        if (memberId == null) {
            return Shopper.UNKNOWN;
        }
        MemberFacts facts = members.facts(actor, memberId);
        MemberStanding standing = standings.of(actor.merchantId(), memberId);
        Birthday birthday = facts.birthday();
        return new Shopper(
                memberId,
                standing.tier(),
                standing.segments(),
                birthday == null ? null : birthday.date(),
                isFirstPurchase(actor.merchantId(), memberId),
                facts.memberSince());
    }

    /** A sale that came back whole was none; one that cost nothing is one while a piece of it is kept. */
    private boolean isFirstPurchase(UUID merchantId, UUID memberId) {
        return entities.createNativeQuery("SELECT 1 FROM transactions.payment WHERE member_id = ?1 AND merchant_id = ?2"
                        + " AND state = 'SUCCEEDED' AND transactions.bought(id, amount, refunded) LIMIT 1")
                .setParameter(1, memberId)
                .setParameter(2, merchantId)
                .getResultList()
                .isEmpty();
    }
}
