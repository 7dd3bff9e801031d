package org.walletcounter.merchants.internal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the merchants module tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 2000, max = 2999)
interface MerchantsLog {

    MerchantsLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), MerchantsLog.class, "org.walletcounter.merchants");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2000, value = "Merchant %s was founded with store %s.")
    void founded(String merchant, String store);
}
