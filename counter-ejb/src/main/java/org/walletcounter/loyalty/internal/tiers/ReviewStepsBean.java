package org.walletcounter.loyalty.internal.tiers;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.loyalty.internal.StandingsMoved;
import org.walletcounter.merchants.Merchants;

/** The steps in the server. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReviewStepsBean implements ReviewSteps {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    @Inject
    Event<StandingsMoved> moves;

    private JdbcTiers tiers() {
        return new JdbcTiers(new Db(database), MerchantFacts.of(merchants), clock);
    }

    @Override
    public List<UUID> due() {
        return tiers().due();
    }

    @Override
    public Optional<Review> begin(UUID merchantId) {
        return tiers().begin(merchantId);
    }

    @Override
    public int judge(Review review, List<UUID> members) {
        int moved = tiers().judge(review, members);
        if (moved > 0) {
            moves.fire(new StandingsMoved(review.merchantId()));
        }
        return moved;
    }

    @Override
    public void end(Review review) {
        tiers().end(review);
    }
}
