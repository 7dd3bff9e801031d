package org.walletcounter.reporting.internal.rollups;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Follows the books in rounds of ten seconds: rolls up what has arrived of one merchant after the other. What an arrival costs
 * depends on how many share a sum: where a thousand stores sell, pieces of two hundred and fifty payments cost three times as
 * much for each as pieces of eight thousand. So rounds are rare; but each is worked off some stores at a time, because no sum
 * belongs to two stores, with a rest of five times as long after them ({@link Turns} says when less), because payments wait
 * for a processor that is kept from them for long.
 * Figures are right meanwhile: readers add what has not been rolled up yet, of their own merchant only.
 * Every node has one; the database lets one work at a time.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RollingUp {

    private static final long ROUND_MILLIS = 10_000;
    private static final long SHORTEST_REST_MILLIS = 10;

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    private DataSource books;

    @Resource
    private TimerService timers;

    @Inject
    private Clock clock;

    private final Turns turns = new Turns();
    private long nextRound;

    @PostConstruct
    void start() {
        nextRound = clock.millis() + ROUND_MILLIS;
        rest(ROUND_MILLIS);
    }

    @Timeout
    void follow() {
        long start = clock.millis();
        long rest = ROUND_MILLIS;
        try {
            work(new KeptSums(books), start);
            rest = turns.isOver()
                    ? Math.min(nextRound - clock.millis(), ROUND_MILLIS)
                    : turns.restAfter(clock.millis() - start);
        } catch (SQLException failure) {
            turns.begin(List.of());
            RollUpsLog.LOG.notRolledUp(failure);
        } finally {
            rest(Math.max(SHORTEST_REST_MILLIS, rest));
        }
    }

    private void work(KeptSums sums, long now) throws SQLException {
        Turns.Part part = turns.nextPart();
        if (part != null) {
            sums.rollUp(part);
        } else if (turns.isForCampaigns()) {
            turns.campaignsAddedUp(sums.rollUpCampaigns() > 0);
        } else if (!turns.isOver()) {
            UUID merchant = turns.nextToSort();
            turns.sorted(merchant, sums.sort(merchant));
        } else if (isDue(now)) {
            nextRound = now + ROUND_MILLIS;
            turns.begin(sums.waiting());
        }
    }

    /** A clock that was set back puts a round off by no more than a round. */
    private boolean isDue(long now) {
        nextRound = Math.min(nextRound, now + ROUND_MILLIS);
        return now >= nextRound;
    }

    private void rest(long millis) {
        timers.createSingleActionTimer(millis, new TimerConfig(null, false));
    }
}
