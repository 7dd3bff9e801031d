package org.walletcounter.loyalty.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Gifts;
import org.walletcounter.members.Members;

/** The gifts' door in the server. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member"})
public class GiftsBean implements Gifts {

    @Inject
    PointsGround ground;

    @Inject
    Members members;

    @Inject
    Event<PrivilegedAct> acts;

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member"})
    public List<Gift> all(Actor actor) {
        return ground.points().gifting.all(actor.merchantId());
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public Gift save(Actor actor, Gift gift) {
        return ground.points().gifting.save(actor, gift);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public Gift stock(Actor actor, UUID giftId, int pieces) {
        Gift gift = ground.points().gifting.stock(actor, giftId, pieces);
        acts.fire(new PrivilegedAct(actor, "gift.stocked", "gift:" + giftId, pieces + " pieces"));
        return gift;
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public UUID give(Actor actor, UUID giftId, UUID memberId, int pieces) {
        members.member(actor, memberId);
        return ground.points().gifting.give(actor, giftId, memberId, pieces);
    }

    @Override
    @RolesAllowed("system")
    public void award(Actor actor, UUID memberId, long points) {
        ground.points().adjusting.award(actor, memberId, points);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public void takeBack(Actor actor, UUID givenId) {
        ground.points().gifting.takeBack(actor, givenId);
    }
}
