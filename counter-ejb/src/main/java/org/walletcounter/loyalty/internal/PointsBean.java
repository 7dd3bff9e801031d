package org.walletcounter.loyalty.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.ledger.StatementLine;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.PointsOffer;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.loyalty.SpendRequest;
import org.walletcounter.members.Members;

/** The points' door in the server. A member sees their own points only. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class PointsBean implements Points {

    @Inject
    PointsGround ground;

    @Inject
    PointsUpkeep upkeep;

    @Inject
    Members members;

    @Inject
    Ledger ledger;

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public List<PointsBalance> balances(Actor actor, UUID memberId) {
        members.member(actor, memberId);
        settle(actor, memberId);
        return ground.points().reading.balances(actor.merchantId(), memberId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public List<PointsOffer> offers(Actor actor, UUID memberId, Money payable) {
        settle(actor, memberId);
        return ground.points().exchanging.offers(actor.merchantId(), memberId, payable);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public PointsPart spend(Actor actor, SpendRequest request) {
        settle(actor, request.memberId());
        return ground.points().exchanging.spend(actor, request);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public void hold(Actor actor, HoldPoints hold) {
        settle(actor, hold.memberId());
        ground.points().exchanging.hold(actor, hold);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "member", "system"})
    public void release(Actor actor, UUID holdId) {
        ledger.release(holdId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator", "system"})
    public PointsReturn giveBack(Actor actor, PointsReturnRequest request) {
        return ground.points().returning.giveBack(actor.merchantId(), request);
    }

    /** Whoever spends in the middle of it makes it fail; the clockwork tries again, and what is shown is true anyway. */
    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public void settle(Actor actor, UUID memberId) {
        try {
            upkeep.tidyAll(actor.merchantId(), memberId);
        } catch (CounterException refused) {
            if (refused.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
                throw refused;
            }
            LoyaltyLog.LOG.spentMeanwhile(memberId);
        }
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
    public Page<StatementLine> statement(
            Actor actor, UUID memberId, UUID programmeId, @Nullable String after, int limit) {
        members.member(actor, memberId);
        return ground.points().reading.statement(actor.merchantId(), memberId, programmeId, after, limit);
    }
}
