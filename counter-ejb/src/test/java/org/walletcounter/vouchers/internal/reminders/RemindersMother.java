package org.walletcounter.vouchers.internal.reminders;

import org.walletcounter.vouchers.Reminders;

/** The beans of reminders without a container, for the module's tests. */
public final class RemindersMother {

    private RemindersMother() {}

    /** What stands behind the door. */
    public static Reminders door(Following following, ReminderBook book) {
        RemindersBean bean = new RemindersBean();
        bean.following = following;
        bean.book = book;
        return bean;
    }

    /** What stands behind the clockwork. */
    public static ReminderSteps steps(
            Reminding holders, RemindingFollowers followers, TextingReminders texts, ReminderBook book) {
        ReminderStepsBean bean = new ReminderStepsBean();
        bean.holders = holders;
        bean.followers = followers;
        bean.texts = texts;
        bean.book = book;
        return bean;
    }
}
