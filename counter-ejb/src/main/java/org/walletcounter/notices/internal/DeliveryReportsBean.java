package org.walletcounter.notices.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;

/** Notes deliveries, a moment later: a receipt can be faster than the commit that says the message was sent. */
@Stateless
@PermitAll
public class DeliveryReportsBean implements DeliveryReports {

    private static final long A_MOMENT_MILLIS = 2_000;

    /**
     * We leave it to the SMS centre how long it tries, which is a few days at most. Its names for messages may come again
     * when it was started anew: a receipt is not of a message that lay there for longer.
     */
    private static final Duration AWAITED = Duration.ofDays(7);

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    @Resource
    TimerService timers;

    @Inject
    Clock clock;

    @Override
    public void delivered(String networkId) {
        timers.createSingleActionTimer(A_MOMENT_MILLIS, new TimerConfig(networkId, false));
    }

    @Timeout
    void note(Timer timer) {
        arrived((String) timer.getInfo());
    }

    void arrived(String networkId) {
        database.createQuery("update SentMessage m set m.state = 'DELIVERED'"
                        + " where m.networkId = :id and m.state = 'SENT' and m.at > :since")
                .setParameter("id", networkId)
                .setParameter("since", clock.instant().minus(AWAITED))
                .executeUpdate();
    }
}
