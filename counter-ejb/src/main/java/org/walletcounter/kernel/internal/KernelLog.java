package org.walletcounter.kernel.internal;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

/** What the kernel tells the operator. */
@MessageLogger(projectCode = "WCTR", length = 5)
@ValidIdRange(min = 1, max = 999)
interface KernelLog {

    KernelLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), KernelLog.class, "org.walletcounter.kernel");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1, value = "The database is at version %s; %d migrations were applied now.")
    void migrated(String version, int applied);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2,
            value =
                    "Outbox message %d (%s) could not be delivered, attempt %d. It stays and is tried again at %s. Look at"
                            + " the cause; from the fifth attempt on it is told as an error, WCTR00008.")
    void notDelivered(long id, String topic, int attempt, String next, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 3,
            value = "The outbox could not be read. Messages wait; the next look is in a second. Check the database.")
    void outboxUnreadable(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 4,
            value = "What has changed on other nodes could not be read; this node may act on places, keys and prices as"
                    + " they were. The next look is in a second. Check the database.")
    void changesUnreadable(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 5,
            value =
                    "Payments that were answered can be lost with the machine's power, because these are off in PostgreSQL:"
                            + " %s. Turn them on in postgresql.conf and for the role of the application.")
    void commitsNotKept(String settings);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 6,
            value =
                    "PostgreSQL has no huge pages for its shared memory; with them each payment costs it less. Set aside"
                            + " vm.nr_hugepages = %d on its machine (operator guide, section 2).")
    void noHugePages(long pages);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 7,
            value =
                    "PostgreSQL could not be asked whether it keeps what it acknowledges. The counter starts all the same.")
    void settingsUnreadable(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 8,
            value =
                    "Outbox message %d (%s) has failed %d times: what it is to bring about has not happened, nor what stands"
                            + " behind it for the same aggregate. It stays and is tried again at %s, then at least once an"
                            + " hour. Mend the cause; it goes by itself then.")
    void stuck(long id, String topic, int attempts, String next, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 9,
            value =
                    "PostgreSQL's table of locks can become full when many look at boards and reports at once: they lock the"
                            + " tables of every month, and there are many by now. Whoever asks for the next lock then fails,"
                            + " payments too. Set max_locks_per_transaction = %d in postgresql.conf and start PostgreSQL"
                            + " again (operator guide, section 2).")
    void lockTableTooSmall(long perTransaction);
}
