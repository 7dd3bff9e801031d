package org.walletcounter.loyalty.internal.tiers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
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
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Tiers;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.LoyaltyLog;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.merchants.Merchants;

/**
 * The tiers' clockwork: who has paid rises within seconds; once a day, and soon after
 * the rules have changed, everybody is looked at.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
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
    Clock clock;

    @Nullable
    Instant lifted;

    /** A payment is found although it was recorded up to a minute before it was committed; to lift twice is to lift once. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void lift() {
        try {
            Instant now = clock.instant();
            Instant since = lifted == null ? now.minus(LOOKED_BACK) : lifted.minus(OVERLAP);
            for (UUID merchant : reading().merchants()) {
                tiers.lift(merchant, since);
            }
            lifted = now;
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("tiers", failure);
        }
    }

    private JdbcTiers reading() {
        return new JdbcTiers(new Db(database), MerchantFacts.of(merchants), clock);
    }

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void review() {
        try {
            for (UUID merchant : reading().due()) {
                LoyaltyLog.LOG.tiersMoved(tiers.review(merchant));
            }
        } catch (RuntimeException failure) {
            LoyaltyLog.LOG.roundFailed("tiers", failure);
        }
    }
}
