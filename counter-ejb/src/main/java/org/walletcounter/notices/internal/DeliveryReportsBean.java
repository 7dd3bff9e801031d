package org.walletcounter.notices.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Notes deliveries, a moment later: a receipt can be faster than the commit that says the message was sent. */
@Stateless
@PermitAll
public class DeliveryReportsBean implements DeliveryReports {

    private static final long A_MOMENT_MILLIS = 2_000;

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Resource
    TimerService timers;

    @Override
    public void delivered(String networkId) {
        timers.createSingleActionTimer(A_MOMENT_MILLIS, new TimerConfig(networkId, false));
    }

    @Timeout
    void note(Timer timer) {
        database.createQuery(
                        "update SentMessage m set m.state = 'DELIVERED' where m.networkId = :id and m.state = 'SENT'")
                .setParameter("id", timer.getInfo())
                .executeUpdate();
    }
}
