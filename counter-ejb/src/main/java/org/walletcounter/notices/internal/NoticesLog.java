package org.walletcounter.notices.internal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the notices module tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 6000, max = 6999)
interface NoticesLog {

    NoticesLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), NoticesLog.class, "org.walletcounter.notices");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 6000, value = "Bound to the SMS centre at %s:%d.")
    void bound(String host, int port);

    @Message(
            id = 6001,
            value =
                    "The SMS centre at %s:%d did not take the message (%s). It is tried again later, until it expires. If it"
                            + " lasts, check counter.notices.smpp.* and the SMS centre.")
    IllegalStateException notTaken(String host, int port, String why, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 6002,
            value =
                    "The SMS centre refuses message %s for good (status %d). It is not tried again; look at its recipient.")
    void refused(String message, int status);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 6003, value = "Message %s was too old before it could be sent; it is not sent any more.")
    void expired(String message);

    @Message(
            id = 6004,
            value =
                    "No SMS centre is set, so messages wait and expire. Set counter.notices.smpp.host, port, system-id and"
                            + " password.")
    IllegalStateException noCentre();

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 6005,
            value =
                    "Messages that have been kept for a year could not all be deleted. It is tried again within the hour; if"
                            + " it goes on, look at the cause.")
    void notSwept(@Cause Throwable cause);
}
