package org.walletcounter.loyalty;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.StatementLine;

/**
 * The door to members' points (积分): what checkout, refunds and the members themselves need. Refuses with
 * {@link LoyaltyError}; {@link EarningPoints} says what a sale earns. Thread-safe. Points go into the payment's own journal,
 * so that both are there or neither.
 */
public interface Points {

    /** A member's points, programme by programme. Brings them up to date first. */
    List<PointsBalance> balances(Actor actor, UUID memberId);

    /**
     * What the member's points may do for a sale, programme by programme.
     *
     * @param payable what is to be paid after promotions and vouchers, without tax that is added to prices
     */
    List<PointsOffer> offers(Actor actor, UUID memberId, Money payable);

    /**
     * Points as a part of what is paid. The ledger refuses the journal if they are gone by then.
     *
     * @throws CounterException {@link LoyaltyError#NO_SUCH_PROGRAMME} to {@link LoyaltyError#NOT_ENOUGH_POINTS}
     */
    PointsPart spend(Actor actor, SpendRequest request);

    /**
     * Sets points aside for a sale that is not paid yet: a parked one, or one that waits for a card. They lapse back by
     * themselves.
     *
     * @param holdId made by the caller; a repeat is the same hold
     */
    void hold(Actor actor, HoldPoints hold);

    /** Gives held points back. */
    void release(Actor actor, UUID holdId);

    /**
     * The inverse, for a refund: call it in the refund's transaction and put its postings into the refund's journal. Takes
     * the member's lock; points that wait are taken back from their lot, points that have matured become debt, which
     * {@link #settle} evens out against what the member has.
     */
    PointsReturn giveBack(Actor actor, PointsReturnRequest request);

    /** Brings a member's points up to date now, in a transaction of its own: matured, settled, lapsed. */
    void settle(Actor actor, UUID memberId);

    /** The statement of a member's points that could be spent, newest first, with the balance after each line. */
    Page<StatementLine> statement(Actor actor, UUID memberId, UUID programmeId, @Nullable String after, int limit);

    /** Points to set aside. */
    record HoldPoints(UUID holdId, UUID memberId, UUID programmeId, long points, Duration lasting, String reason) {}
}
