package org.walletcounter.promotions.internal.backtests;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Definitions;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.internal.tables.Tables;

/** The bean behind the door to back-tests. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@RolesAllowed({"manager", "administrator"})
public class BackTestsBean implements BackTests {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Definitions definitions;

    @Inject
    Campaigns campaigns;

    @Inject
    Promotions promotions;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    private BackTests testing;

    @PostConstruct
    void putTogether() {
        BackTestRows rows = new BackTestRows(new Tables(database), definitions);
        testing = new BackTesting(rows, campaigns, promotions::live, merchants::store, clock);
    }

    @Override
    public BackTestView order(Actor actor, Order order) {
        return testing.order(actor, order);
    }

    @Override
    public BackTestView cancel(Actor actor, UUID id) {
        return testing.cancel(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public BackTestView backTest(Actor actor, UUID id) {
        return testing.backTest(actor, id);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    public Page<BackTestView> backTests(Actor actor, @Nullable UUID campaignId, @Nullable String after, int limit) {
        return testing.backTests(actor, campaignId, after, limit);
    }
}
