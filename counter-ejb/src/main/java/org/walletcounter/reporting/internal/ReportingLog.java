package org.walletcounter.reporting.internal;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What reporting tells the operator: numbers 7000 to 7999. */
@MessageLogger(projectCode = "WCTR", length = 5)
interface ReportingLog {

    ReportingLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), ReportingLog.class, "org.walletcounter.reporting");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7001,
            value = "The live board of merchant %s could not be read. Its screens keep the last figures and it is tried"
                    + " again within a second. If this goes on, look at the read datasource CounterReadDS.")
    void boardNotPushed(UUID merchant, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 7002,
            value =
                    "Report %s could not be made; its reader was told to try again. The cause below says whether the data"
                            + " could not be read (look at CounterReadDS) or the template is at fault (report it).")
    void reportFailed(String code, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 7003, value = "Report %s as %s: %d pages in %d ms.")
    void reportMade(String code, String format, int pages, long millis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7004,
            value =
                    "The reports could not be tried after the start. The first one will take some seconds longer; if it fails"
                            + " too, its own message says why.")
    void notWarm(@Cause Throwable cause);
}
