package org.walletcounter.transactions.internal.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.SpendingPlans;

/** The door to spending plans. What somebody usually buys is no business of who stands at a till. */
@Stateless
@RolesAllowed("member")
public class SpendingPlansBean implements SpendingPlans {

    @Inject
    MakingPlans making;

    @Override
    @RolesAllowed({"manager", "administrator", "member"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public SpendingPlan plan(Actor actor, UUID memberId) {
        return making.plan(actor, memberId);
    }

    @Override
    public void limit(Actor actor, UUID memberId, Money limit) {
        making.limit(actor, memberId, limit);
    }

    @Override
    public void removeLimit(Actor actor, UUID memberId) {
        making.removeLimit(actor, memberId);
    }
}
