package org.walletcounter.web;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jspecify.annotations.Nullable;

/** What delivery tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 10000, max = 10999)
public interface WebLog {

    /** The one logger of delivery. */
    WebLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebLog.class, "org.walletcounter.web");

    /** Something was thrown that no code expects. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 10000,
            value =
                    "A request failed in a way nobody foresaw; the caller was given the reference %s. It may or may not have"
                            + " been committed. Look at the cause.")
    void unexpected(UUID reference, @Cause Throwable cause);

    /** A live board's stream would not close. */
    @LogMessage(level = Logger.Level.DEBUG)
    @Message(
            id = 10300,
            value = "A stream of the live board did not close cleanly. Its screen has gone; nothing to do.")
    void streamNotClosed(@Cause Throwable cause);

    /** Who calls could not be found out. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 10001,
            value = "A caller of %s could not be recognised (%s) and was told to come back in a second. If this lasts,"
                    + " look at the database.")
    void callerNotRecognised(String address, String cause);

    /** A page, or a step on one, failed in a way that no code expects. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 10002,
            value =
                    "The page %s failed in a way nobody foresaw; its reader was given the reference %s. Look at the cause.")
    void pageFailed(String address, UUID reference, @Cause @Nullable Throwable cause);

    /** A module refused because of something that should not have failed. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 10003,
            value = "Something failed that should not have. Nothing was done, and whoever asked was given the reference"
                    + " %s. Look at the cause.")
    void failed(UUID reference, @Cause Throwable cause);
}
