package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.ledger.Finding;

/**
 * The door to points programmes (积分计划): their rules, corrections that take two people, what is owed to members, and
 * whether the books hold. Commands join the caller's transaction. Thread-safe.
 */
public interface PointsProgrammes {

    /** The merchant's programmes, by code. */
    List<Programme> all(Actor actor);

    /** One of them. */
    Programme programme(Actor actor, UUID id);

    /** Makes a programme, or a new version of its rules, in force from now on. */
    Programme save(Actor actor, Programme programme);

    /** Asks for points to be given or taken, or for all of a member's lots to live longer. Another person decides. */
    Adjustment ask(Actor actor, Adjustment.Wish wish);

    /** Decides about such a request; who asked may not. */
    Adjustment decide(Actor actor, UUID adjustmentId, boolean approve);

    /** The requests, newest first. */
    Page<Adjustment> adjustments(Actor actor, boolean openOnly, @Nullable String after, int limit);

    /** What the merchant owes in points, by the month in which it lapses (积分负债). */
    List<Liability> liability(Actor actor, UUID programmeId);

    /**
     * Holds the points of all merchants against their promise, I9: earned less used less expired is the balance, lot by lot
     * and member by member, never below zero but for the debt that is stated. On one snapshot; an empty list means that all
     * is well. Refuses with {@link org.walletcounter.ledger.LedgerError#CHECK_RUNNING} while another one runs.
     */
    List<Finding> check();
}
