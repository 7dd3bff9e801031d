package org.walletcounter.transactions.internal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jspecify.annotations.Nullable;

/** What the payments tell the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 5000, max = 5999)
interface TransactionsLog {

    TransactionsLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), TransactionsLog.class, "org.walletcounter.transactions");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 5000,
            value =
                    "The ledger could not say what became of payment %s (sale %s), attempt %d. It is handed in again under"
                            + " the same key, which cannot charge twice. Look at the database if this repeats.")
    void outcomeLost(Object payment, String sale, int attempt, @Cause @Nullable Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5001,
            value =
                    "Payment %s (sale %s) has no known outcome after %d ms. Its till was told so and will ask again with the"
                            + " same key. Check the database and the ledger's queue.")
    void outcomeUnknown(Object payment, String sale, long millis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 5002,
            value =
                    "A screen could not be told of payment %s. The payment stands; the screen shows it when it next reads.")
    void notAnnounced(Object payment, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 5003,
            value =
                    "What payment %2$s promised (%1$s) cannot be given: %3$s. The sale stands; tell the customer, and look at the"
                            + " campaign's stock.")
    void promiseFailed(String kind, Object payment, String why);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5004,
            value =
                    "Cash-back and vouchers that sales have promised could not be given now. It is tried again in seconds.")
    void promisesNotKept(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 5009,
            value =
                    "The prize of draw %1$s cannot be given: %2$s. It stands among the prizes to hand over; settle it with the"
                            + " member, and look at the voucher campaign or the points programme.")
    void prizeFailed(Object draw, String why);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5010,
            value =
                    "Points for fares, or points that pay fares, could not be moved now. Taps are not held up, and it is tried"
                            + " again in seconds; if it lasts, look at the database.")
    void tripsNotFollowed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 5011,
            value =
                    "What payment %2$s promised (%1$s) cannot be given yet: %3$s. It stays due and is tried again later; if"
                            + " the customer asks for it, look at the voucher campaign.")
    void promiseWaits(String kind, Object payment, String why);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 5012,
            value =
                    "The prize of draw %1$s cannot be given, or taken back, yet: %2$s. It is tried again later; if the member"
                            + " asks for it, look at the voucher campaign.")
    void prizeWaits(Object draw, String why);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5013,
            value =
                    "What payment %s promised could not be given, for a reason that nobody foresaw. Others are not held up,"
                            + " and it is tried again in a minute; if it goes on, look at the cause.")
    void promisePutOff(Object payment, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5014,
            value =
                    "The prize of draw %s could not be given, or taken back, for a reason that nobody foresaw. Others are not"
                            + " held up, and it is tried again in a minute; if it goes on, look at the cause.")
    void prizePutOff(Object draw, @Cause Throwable cause);
}
