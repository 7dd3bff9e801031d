package org.walletcounter.transactions.internal.trips;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.Members;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.TripPoints;

/** The door to points on trips. A member sees and sets their own only. */
@Stateless
@RolesAllowed({"member", "cashier", "manager", "administrator"})
public class TripPointsBean implements TripPoints {

    private static final int LAST = 10;

    @Inject
    TripRows rows;

    @Inject
    FarePoints fares;

    @Inject
    Members members;

    @Inject
    Clock clock;

    @Override
    public Standing of(Actor actor, UUID memberId) {
        members.member(actor, memberId);
        UUID merchant = actor.merchantId();
        return new Standing(
                fares.earn(actor),
                rows.wish(merchant, memberId).map(Wish::use).orElse(Use.NEVER),
                rows.waiting(merchant, memberId).stream()
                        .map(day -> new Day(day.day(), day.taps(), day.fares(), day.byPoints()))
                        .toList(),
                rows.discounts(merchant, memberId, LAST));
    }

    @Override
    @RolesAllowed("member")
    public Standing use(Actor actor, UUID memberId, Use use) {
        members.member(actor, memberId);
        if (use == Use.NEVER) {
            rows.forget(actor.merchantId(), memberId);
        } else if (fares.earn(actor)) {
            rows.wish(actor.merchantId(), memberId, new Wish(Ids.next(clock), use, clock.instant()));
        } else {
            throw new CounterException(TransactionError.TRIPS_EARN_NOTHING);
        }
        return of(actor, memberId);
    }
}
