package org.walletcounter.loyalty.internal.tiers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.LoyaltyLog;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.merchants.Merchants;

/**
 * The tiers' clockwork: who has paid rises within seconds; once a day, and soon after
 * the rules have changed, everybody is looked at. The one does not wait for the other, which may take minutes.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TierTimers {

    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Merchants merchants;

    @Inject
    Tiers tiers;

    @Inject
    ReviewSteps steps;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> lifted = new ConcurrentHashMap<>();

    /** A payment is found although it was recorded up to a minute before it was committed; to lift twice is to lift once. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void lift() {
        try {
            JdbcTiers reading = new JdbcTiers(new Db(database), MerchantFacts.of(merchants), clock);
            EachMerchant.run(reading.merchants(), this::liftMembersOf);
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("tiers", failure);
        }
    }

    /** Where it fails, the next round looks back as far again. */
    private void liftMembersOf(UUID merchant) {
        Instant now = clock.instant();
        Instant before = lifted.get(merchant);
        tiers.lift(merchant, before == null ? now.minus(LOOKED_BACK) : before.minus(OVERLAP));
        lifted.put(merchant, now);
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void review() {
        try {
            new Reviewing(steps).all();
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("tiers", failure);
        }
    }
}
