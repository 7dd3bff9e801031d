package org.walletcounter.reporting.internal.rollups;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.Finding;
import org.walletcounter.reporting.RollUps;
import org.walletcounter.reporting.RollUpsView;

/** The roll-ups behind their door. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("administrator")
public class RollUpsBean implements RollUps {

    @Resource(lookup = "java:jboss/datasources/CounterDS")
    private DataSource books;

    /** It takes minutes: on the threads that price payments, a few orders would stop the counter. */
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private AnnouncingRebuilding announcing;

    @Inject
    private Clock clock;

    @Override
    public RollUpsView state(Actor actor) {
        return asked(() -> new KeptSums(books).state());
    }

    @Override
    public List<Finding> check(Actor actor) {
        return asked(() -> new KeptSums(books).differences());
    }

    @Override
    public void rebuild(Actor actor) {
        SoleOrder order = asked(() -> SoleOrder.take(books));
        try {
            announcing.ordered(actor);
            KeptSums sums = new KeptSums(books);
            long rebuilding = asked(() -> sums.begin(actor.id(), clock.instant()));
            RollUpsLog.LOG.rebuilding(actor.name());
            threads.newThread(() -> carryOut(order, sums, rebuilding)).start();
        } catch (RuntimeException notBegun) {
            order.close();
            throw notBegun;
        }
    }

    private void carryOut(SoleOrder order, KeptSums sums, long rebuilding) {
        try (order) {
            rebuild(sums, rebuilding);
        }
    }

    private void rebuild(KeptSums sums, long rebuilding) {
        long start = clock.millis();
        Long records = null;
        try {
            records = sums.refill();
            RollUpsLog.LOG.rebuilt(records, clock.millis() - start);
        } catch (SQLException failure) {
            RollUpsLog.LOG.notRebuilt(failure);
        } finally {
            end(sums, rebuilding, records);
        }
    }

    private void end(KeptSums sums, long rebuilding, @Nullable Long records) {
        try {
            sums.end(rebuilding, records, clock.instant());
        } catch (SQLException failure) {
            RollUpsLog.LOG.notRebuilt(failure);
        }
    }

    private static <T> T asked(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException failure) {
            RollUpsLog.LOG.notRolledUp(failure);
            throw new CounterException(KernelError.UNAVAILABLE);
        }
    }

    /** A question to the database. */
    @FunctionalInterface
    private interface Question<T> {
        T answer() throws SQLException;
    }
}
