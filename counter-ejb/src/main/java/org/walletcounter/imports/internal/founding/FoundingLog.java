package org.walletcounter.imports.internal.founding;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What founding tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 8500, max = 8599)
interface FoundingLog {

    FoundingLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), FoundingLog.class, "org.walletcounter.imports.founding");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 8500, value = "The demo merchant is ready; its sign-ins are in %s, readable by the owner only.")
    void demoReady(String file);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 8501,
            value =
                    "The demo merchant could not be made. The counter runs on; the next start goes on with it, or delete the"
                            + " data folder to begin anew.")
    void demoFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8502,
            value = "A merchant is in the database, but the demo's sign-ins are not in %s. They are shown only once and"
                    + " cannot be made up again: delete the data folder to begin anew.")
    void accessLost(String file);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 8503,
            value = "Merchant %s is founded with administrator %s. The bootstrap file %s is deleted; take"
                    + " counter.bootstrap-file out of the settings.")
    void founded(String merchant, String administrator, String file);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 8504,
            value = "The bootstrap file %s was not used: %s Nothing was founded. Correct it and start again.")
    void notFounded(String file, String why);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 8505,
            value =
                    "The bootstrap file %s was not used, for there is a merchant already. Delete it: it holds a password.")
    void notNeeded(String file);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 8506,
            value =
                    "The merchant is founded, but the bootstrap file %s could not be deleted. Delete it by hand: it holds a"
                            + " password.")
    void notDeleted(String file, @Cause Throwable cause);
}
