package org.walletcounter.loyalty.internal;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What loyalty tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 12000, max = 12499)
public interface LoyaltyLog {

    /** The one logger. */
    LoyaltyLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LoyaltyLog.class, "org.walletcounter.loyalty");

    /** Upkeep failed for one member. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 12000,
            value =
                    "The points of member %s in programme %s were not brought up to date. Nothing was moved; it is tried"
                            + " again within seconds. If this goes on, ask for /api/v1/points-programmes/check.")
    void notTidied(UUID memberId, UUID programmeId, @Cause Throwable cause);

    /** A payment got in between. */
    @LogMessage(level = Logger.Level.DEBUG)
    @Message(
            id = 12001,
            value = "Somebody spent points of member %s while they were brought up to date. It is tried again.")
    void spentMeanwhile(UUID memberId);

    /** How far upkeep has come. */
    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 12002, value = "Brought the points of %d members up to date.")
    void tidied(int members);

    /** Tiers were looked through. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 12010, value = "Looked at the tiers of all members: %d moved. The console lists each move.")
    void tiersMoved(int members);

    /** Something of the clockwork failed. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 12011, value = "The round for %s failed. What was done stays; the next round tries again.")
    void roundFailed(String what, @Cause Throwable cause);
}
