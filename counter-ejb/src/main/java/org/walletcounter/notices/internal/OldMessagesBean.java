package org.walletcounter.notices.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** Old messages in {@code notices.message}. */
@Stateless
@RolesAllowed("system")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldMessagesBean implements OldMessages {

    /** After a year nobody asks any more whether somebody was written to; nor should it still be known. */
    private static final Duration KEPT = Duration.ofDays(365);

    private static final String OLD = "DELETE FROM notices.message m USING (SELECT id FROM notices.message"
            + " WHERE at < ?1 ORDER BY at LIMIT 1000 FOR UPDATE SKIP LOCKED) old WHERE m.id = old.id";

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Inject
    Clock clock;

    @Override
    public int sweep() {
        return database.createNativeQuery(OLD)
                .setParameter(1, clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
