package org.walletcounter.imports.internal;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the imports tell the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 8000, max = 8499)
interface ImportsLog {

    ImportsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ImportsLog.class, "org.walletcounter.imports");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 8000, value = "Import %s of %s begins: %d lines. It can be paused and resumed in the console.")
    void begins(UUID run, String file, int lines);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 8001, value = "Import %s is reconciled with the books: %s.")
    void reconciled(UUID run, String how);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 8002,
            value =
                    "Import %s broke off. What was booked stays and is complete day by day. Look at the cause, then resume"
                            + " it in the console: it goes on where it was.")
    void brokeOff(UUID run, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8003,
            value = "%d imports were at work when this server stopped. They are marked as failed; resume them in the"
                    + " console.")
    void foundBrokenOff(int runs);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8004,
            value =
                    "Return %s could not be booked against sale %s (%s). It is booked as a return without a sale and listed.")
    void bookedWithoutSale(String number, String sale, String why);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8005,
            value =
                    "The import file %s is not needed any more and could not be deleted. It may name customers; delete it by"
                            + " hand.")
    void fileStays(String file, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8006,
            value =
                    "Nobody was at work any more on %d imports that were running: the database was away as they ended, or"
                            + " their server has gone. They are marked as failed; resume them in the console.")
    void foundForsaken(int runs);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8007,
            value =
                    "Imports that nobody is at work on any more could not be looked for. It is tried again in a minute; if"
                            + " this lasts, look at the database.")
    void notLookedForForsaken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 8008,
            value = "%d files were left in the import folder %s by imports that are completed or never began. They are"
                    + " deleted.")
    void forgotten(int files, String folder);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8009,
            value =
                    "The import folder %s could not be looked through for files that are not needed any more; they may name"
                            + " customers. Let the server read it; the next look is at the next start.")
    void folderUnreadable(String folder, @Cause Throwable cause);
}
