package org.walletcounter.loyalty.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.Finding;
import org.walletcounter.loyalty.Adjustment;
import org.walletcounter.loyalty.Liability;
import org.walletcounter.loyalty.PointsProgrammes;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.members.Members;

/** The programmes' door in the server. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class PointsProgrammesBean implements PointsProgrammes {

    @Inject
    PointsGround ground;

    @Inject
    Members members;

    @Inject
    Event<PrivilegedAct> acts;

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public List<Programme> all(Actor actor) {
        return ground.points().programmes.of(actor.merchantId());
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Programme programme(Actor actor, UUID id) {
        return ground.points().programmes.one(actor.merchantId(), id);
    }

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public Programme save(Actor actor, Programme programme) {
        Programme saved = ground.points().programmes.save(actor, programme);
        acts.fire(new PrivilegedAct(
                actor, "points.programme-saved", "programme:" + saved.id(), "version " + saved.version()));
        return saved;
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public Adjustment ask(Actor actor, Adjustment.Wish wish) {
        members.member(actor, wish.memberId());
        return ground.points().adjusting.ask(actor, wish);
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public Adjustment decide(Actor actor, UUID adjustmentId, boolean approve) {
        return ground.points().adjusting.decide(actor, adjustmentId, approve);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator"})
    public Page<Adjustment> adjustments(Actor actor, boolean openOnly, @Nullable String after, int limit) {
        return ground.points().adjusting.list(actor, openOnly, after, limit);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public List<Liability> liability(Actor actor, UUID programmeId) {
        return ground.points().reading.liability(actor.merchantId(), programmeId);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator", "system"})
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Finding> check() {
        return ground.points().check();
    }
}
