package org.walletcounter.notices.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.walletcounter.notices.Notices;

/** The notices' door over {@code notices.message}. */
@Stateless
public class NoticesBean implements Notices {

    private static final int MOST = 500;

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Override
    @RolesAllowed({"manager", "administrator", "system"})
    public List<Sent> recent(UUID merchantId, int limit) {
        return database.createQuery(
                        "select m from SentMessage m where m.merchantId = :merchant order by m.at desc",
                        SentMessage.class)
                .setParameter("merchant", merchantId)
                .setMaxResults(Math.max(1, Math.min(limit, MOST)))
                .getResultStream()
                .map(SentMessage::view)
                .toList();
    }
}
