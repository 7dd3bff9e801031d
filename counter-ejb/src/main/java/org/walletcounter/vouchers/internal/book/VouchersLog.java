package org.walletcounter.vouchers.internal.book;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the vouchers tell the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 12500, max = 12999)
public interface VouchersLog {

    VouchersLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), VouchersLog.class, "org.walletcounter.vouchers");

    @Message(
            id = 12500,
            value = "There is no installation key, so voucher codes can neither be made nor recognised. Set"
                    + " counter.members.key-file, or counter.vouchers.key-file, to the key file of this installation.")
    IllegalStateException noKeyFile();

    @Message(
            id = 12501,
            value =
                    "The key file %s cannot be used for voucher codes; codes can neither be made nor recognised until it is"
                            + " put back from the back-up.")
    IllegalStateException keyFileUnusable(String file, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 12502, value = "%d vouchers have expired.")
    void expired(int vouchers);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 12503,
            value =
                    "Vouchers could not be taken care of (%s); nothing is lost. It is tried again at the next turn; if it"
                            + " goes on, look at the cause.")
    void notTakenCareOf(String what, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 12504,
            value =
                    "Too many wrong voucher codes from %s within a minute; further codes are refused until the minute is"
                            + " over. If it goes on, look at that till or phone.")
    void guessing(String actor);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 12505, value = "Campaign %s has given out its last voucher.")
    void gone(String campaign);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 12506, value = "Made %d codes for campaign %s in %d ms.")
    void codesMade(int codes, String campaign, long millis);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 12507,
            value =
                    "Campaign %s could win nobody back this time; other campaigns are not held up, and it is tried again in ten"
                            + " minutes. If it goes on, look at the cause.")
    void notWonBack(Object campaign, @Cause Throwable cause);
}
