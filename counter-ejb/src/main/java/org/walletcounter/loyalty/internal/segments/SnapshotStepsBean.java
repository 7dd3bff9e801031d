package org.walletcounter.loyalty.internal.segments;

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
import org.walletcounter.loyalty.SegmentSnapshot;
import org.walletcounter.loyalty.internal.Db;
import org.walletcounter.loyalty.internal.MerchantFacts;
import org.walletcounter.loyalty.internal.StandingsMoved;
import org.walletcounter.members.Birthdays;
import org.walletcounter.merchants.Merchants;

/** The steps in the server. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SnapshotStepsBean implements SnapshotSteps {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    DataSource database;

    @Inject
    Merchants merchants;

    @Inject
    Birthdays birthdays;

    @Inject
    Clock clock;

    @Inject
    Event<StandingsMoved> moves;

    private JdbcSegments segments() {
        return new JdbcSegments(new Db(database), MerchantFacts.of(merchants), birthdays, clock);
    }

    @Override
    public Optional<Work> take() {
        return segments().take();
    }

    @Override
    public List<UUID> select(Work work) {
        return segments().select(work);
    }

    @Override
    public void write(Work work, List<UUID> members) {
        segments().write(work, members);
    }

    @Override
    public void end(Work work, SegmentSnapshot.State state) {
        segments().end(work, state);
        moves.fire(new StandingsMoved(work.merchantId()));
    }
}
