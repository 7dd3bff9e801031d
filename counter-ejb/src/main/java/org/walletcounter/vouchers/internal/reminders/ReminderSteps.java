package org.walletcounter.vouchers.internal.reminders;

/**
 * The steps of reminding, each a transaction of its own, so that many members are no long transaction and one step's
 * failure does not hold up the others. Each does some and says how many; none: there is nothing left to do just now.
 */
public interface ReminderSteps {

    /** Reminds holders of vouchers that expire soon. */
    int holders();

    /** Reminds those who follow campaigns. */
    int followers();

    /** Hands over reminders as text messages. */
    int texts();

    /** Lets go what is over: who followed a campaign that has ended, and reminders of more than thirty days ago. */
    int sweep();
}
