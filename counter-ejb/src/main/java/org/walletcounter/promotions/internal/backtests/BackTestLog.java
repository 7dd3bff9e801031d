package org.walletcounter.promotions.internal.backtests;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What back-tests tell the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 11100, max = 11199)
interface BackTestLog {

    BackTestLog LOG = Logger.getMessageLogger(
            MethodHandles.lookup(), BackTestLog.class, "org.walletcounter.promotions.backtests");

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 11100,
            value =
                    "A slice of a back-test failed. What was kept stays; it is taken up again in a minute at the latest."
                            + " Look at the cause if it comes again.")
    void sliceFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 11101,
            value =
                    "%d back-tests broke off several times without getting further and have failed. Look at what WCTR11100"
                            + " said, then order them again.")
    void gaveUp(int runs);
}
