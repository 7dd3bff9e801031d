package org.walletcounter.reporting.internal.rollups;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the roll-ups tell the operator: numbers 7100 to 7199. */
@MessageLogger(projectCode = "WCTR", length = 5)
interface RollUpsLog {

    RollUpsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RollUpsLog.class, "org.walletcounter.reporting");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7101,
            value =
                    "Sales could not be rolled up just now. Figures stay right, but boards and reports take longer the longer"
                            + " this lasts. It is tried again within a second; if it goes on, look at the database's log.")
    void notRolledUp(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 7102, value = "The roll-ups are being made again from the books, as %s ordered. Payments go on.")
    void rebuilding(String orderedBy);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 7103, value = "The roll-ups were made again from %d payments, refunds and journals in %d ms.")
    void rebuilt(long records, long millis);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 7104,
            value =
                    "The roll-ups could not be made again; the old ones are still in use. Look at the database's log, then"
                            + " order it again.")
    void notRebuilt(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7105,
            value =
                    "The database went away from an order to make the roll-ups again as it ended. The next order can be given"
                            + " once the database has noticed; nothing needs to be done.")
    void orderNotGivenBack(@Cause Throwable cause);
}
