package org.walletcounter.loyalty.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.loyalty.EarnRequest;
import org.walletcounter.loyalty.EarningPoints;
import org.walletcounter.loyalty.PointsPart;
import org.walletcounter.merchants.Merchants;

/** Puts points together once for the whole server, so that what is remembered is remembered once. */
@ApplicationScoped
class PointsGround implements EarningPoints {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    @Nullable
    DataSource database;

    private final Ledger ledger;
    private final Merchants merchants;
    private final Clock clock;
    private final OwnTransaction own;
    private final Event<PrivilegedAct> acts;
    private volatile @Nullable JdbcPoints points;

    /** For the container's proxies only. */
    @SuppressWarnings("NullAway")
    protected PointsGround() {
        this.ledger = null;
        this.merchants = null;
        this.clock = null;
        this.own = null;
        this.acts = null;
    }

    @Inject
    PointsGround(Ledger ledger, Merchants merchants, Clock clock, OwnTransaction own, Event<PrivilegedAct> acts) {
        this.ledger = ledger;
        this.merchants = merchants;
        this.clock = clock;
        this.own = own;
        this.acts = acts;
    }

    @Override
    public PointsPart earn(Actor actor, EarnRequest request) {
        return points().earning.earn(actor.merchantId(), request);
    }

    @Override
    public boolean earns(Actor actor) {
        return points().earning.earns(actor.merchantId());
    }

    JdbcPoints points() {
        JdbcPoints made = points;
        if (made == null) {
            synchronized (this) {
                made = points;
                if (made == null) {
                    made = make();
                    points = made;
                }
            }
        }
        return made;
    }

    private JdbcPoints make() {
        return new JdbcPoints(
                new JdbcPoints.Ground(db(), ledger, MerchantFacts.of(merchants), clock, new Standings.Apart() {
                    @Override
                    @SuppressWarnings("unchecked")
                    public <T> T run(Supplier<T> work) {
                        return (T) own.run((Supplier<Object>) work);
                    }
                }),
                acts::fire);
    }

    Db db() {
        DataSource source = database;
        if (source == null) {
            throw new IllegalStateException("The container has given no data source.");
        }
        return new Db(source);
    }
}
