package org.walletcounter.transactions.internal.lottery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;

/** The door to tickets and prizes. */
@Stateless
@RolesAllowed({"cashier", "manager", "analyst", "administrator", "member"})
public class LotteriesBean implements Lotteries {

    @Inject
    DrawingTickets drawing;

    @Inject
    ReadingDraws reading;

    @Inject
    HandingOver handing;

    @Override
    public List<Waiting> waiting(Actor actor, UUID memberId) {
        return reading.waiting(actor, memberId);
    }

    @Override
    @RolesAllowed("member")
    public PrizeDraw draw(Actor actor, UUID memberId, UUID campaignId) {
        return drawing.draw(actor, memberId, campaignId);
    }

    @Override
    public Page<PrizeDraw> drawn(Actor actor, UUID memberId, @Nullable String after, int limit) {
        return reading.drawn(actor, memberId, after, limit);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public Page<PrizeDraw> open(Actor actor, @Nullable UUID memberId, @Nullable String after, int limit) {
        return reading.open(actor, memberId, after, limit);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public PrizeDraw byCode(Actor actor, String code) {
        return reading.byCode(actor, code);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "administrator"})
    public PrizeDraw handOver(Actor actor, UUID drawId, @Nullable UUID storeId) {
        return handing.handOver(actor, drawId, storeId);
    }

    @Override
    public List<PrizeDraw> proof(Actor actor, UUID campaignId, long after, int limit) {
        return reading.proof(actor, campaignId, after, limit);
    }

    @Override
    public List<DrawnReduction> reductions(Actor actor, UUID campaignId, @Nullable UUID after, int limit) {
        return reading.reductions(actor, campaignId, after, limit);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Figures figures(Actor actor, UUID campaignId) {
        return reading.figures(actor, campaignId);
    }
}
