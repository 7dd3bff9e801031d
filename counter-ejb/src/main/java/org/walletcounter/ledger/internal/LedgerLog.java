package org.walletcounter.ledger.internal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the ledger tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 1000, max = 1999)
interface LedgerLog {

    LedgerLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LedgerLog.class, "org.walletcounter.ledger");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1000, value = "The group commit works with %d writers, batches of up to %d and room for %d waiting.")
    void started(int writers, int batch, int queue);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 1001,
            value = "A batch of %d journals was refused by the database; each is tried alone, so that only the culprit"
                    + " is refused. Nothing is lost. The cause names the culprit.")
    void batchTakenApart(int size, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1002,
            value =
                    "Journal %s could not be booked; nothing of it was done and its sender was told so with this id as the"
                            + " reference. The cause is most likely a fault in the rows kept beside it: report it.")
    void journalFailed(String journal, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1003,
            value = "The database cannot take a batch of %d journals now. Nothing was done, the senders were told to"
                    + " repeat. Check that PostgreSQL runs, its connections and its disk.")
    void unavailable(int size, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1004,
            value =
                    "The connection was lost while a batch of %d journals was being committed; whether it was is unknown."
                            + " The senders were told to ask again with the same key, which finds out. Check PostgreSQL.")
    void outcomeUnknown(int size, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 1005,
            value =
                    "Partitions could not be made. Booking goes on until the last one made is full, at the end of its month;"
                            + " late taps of a month that has none are refused. It is tried again in an hour; check the rights of"
                            + " ledger.make_partitions.")
    void partitionsNotMade(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 1006,
            value = "The ledger's housekeeping (%s) failed. Nothing is wrong with the books; it is tried again soon.")
    void housekeepingFailed(String what, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1007, value = "%d partitions were made.")
    void partitionsMade(int count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1008, value = "A connection could not be given back. What was committed with it stays committed.")
    void notClosed(@Cause Throwable cause);
}
