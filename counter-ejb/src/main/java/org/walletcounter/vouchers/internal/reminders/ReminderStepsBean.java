package org.walletcounter.vouchers.internal.reminders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;

/** The steps of reminding over PostgreSQL. */
@Stateless
@RolesAllowed("system")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReminderStepsBean implements ReminderSteps {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String OLD = "DELETE FROM vouchers.reminder r USING (SELECT id FROM vouchers.reminder"
            + " WHERE at < ? ORDER BY at LIMIT 1000 FOR UPDATE SKIP LOCKED) old WHERE r.id = old.id";

    @Inject
    Reminding holders;

    @Inject
    RemindingFollowers followers;

    @Inject
    TextingReminders texts;

    @Inject
    ReminderBook book;

    @Override
    public int holders() {
        return holders.remind();
    }

    @Override
    public int followers() {
        return followers.remind();
    }

    @Override
    public int texts() {
        return texts.send();
    }

    @Override
    public int sweep() {
        return followers.sweep()
                + book.database().change(OLD, book.clock().instant().minus(KEPT));
    }
}
