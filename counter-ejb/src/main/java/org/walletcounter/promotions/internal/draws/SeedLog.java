package org.walletcounter.promotions.internal.draws;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the seeds of campaigns tell the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 11200, max = 11299)
interface SeedLog {

    SeedLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SeedLog.class, "org.walletcounter.promotions.seeds");

    @Message(
            id = 11200,
            value =
                    "There is no installation key, so lotteries and random reductions cannot draw. Set"
                            + " counter.members.key-file, or counter.promotions.key-file, to the key file of this installation.")
    IllegalStateException noKeyFile();

    @Message(
            id = 11201,
            value =
                    "The key file %s cannot be used for the seeds of campaigns; lotteries and random reductions cannot draw"
                            + " until it is put back from the back-up.")
    IllegalStateException keyFileUnusable(String file, @Cause Throwable cause);

    @Message(
            id = 11202,
            value =
                    "The seed of campaign %s is sealed under key %d, which the key file does not have. Nothing of it can be"
                            + " drawn until the key is put back from the back-up.")
    IllegalStateException keyUnknown(Object campaign, int number);

    @Message(
            id = 11203,
            value =
                    "The sealed seed of campaign %s does not open: it, or the key, was changed. Nothing of it can be drawn;"
                            + " put the database or the key file back from the back-up.")
    IllegalStateException sealBroken(Object campaign, @Cause Throwable cause);
}
