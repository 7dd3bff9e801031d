package org.walletcounter.reporting.internal.campaigns;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What campaigns' figures tell the operator: numbers 7200 to 7299. */
@MessageLogger(projectCode = "WCTR", length = 5)
interface CampaignsLog {

    CampaignsLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), CampaignsLog.class, "org.walletcounter.reporting");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7201,
            value =
                    "A campaign's figures could not be read. Nothing was changed, and its page shows a note instead of them."
                            + " If it goes on, look at the database's log.")
    void notRead(@Cause Throwable cause);
}
