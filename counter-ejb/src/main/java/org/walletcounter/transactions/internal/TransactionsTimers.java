package org.walletcounter.transactions.internal;

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
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.transactions.internal.checkout.KeepingPromises;
import org.walletcounter.transactions.internal.lottery.GivingPrizes;
import org.walletcounter.transactions.internal.trips.FollowingTrips;

/** The payments' clockwork: keeps what sales have promised, gives what was won, and follows trips with their points. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TransactionsTimers {

    private static final int MOST_AT_ONCE = 500;

    @Inject
    KeepingPromises promises;

    @Inject
    GivingPrizes prizes;

    @Inject
    FollowingTrips trips;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void keepPromises() {
        try {
            promises.due(MOST_AT_ONCE).forEach(this::keep);
        } catch (RuntimeException failure) {
            TransactionsLog.LOG.promisesNotKept(failure);
        }
    }

    /**
     * What is refused on its merits is over; what fails otherwise is tried again. One that fails in a way nobody foresaw must
     * not keep the others from being given.
     */
    private void keep(KeepingPromises.Due due) {
        try {
            promises.keep(due);
        } catch (CounterException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
                throw refusal;
            }
            promises.fail(due, refusal.error().code());
            TransactionsLog.LOG.promiseFailed(
                    due.kind(), due.paymentId(), refusal.error().code());
        } catch (RuntimeException unforeseen) {
            TransactionsLog.LOG.promisesNotKept(unforeseen);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void givePrizes() {
        try {
            prizes.open(MOST_AT_ONCE).forEach(this::settle);
        } catch (RuntimeException failure) {
            TransactionsLog.LOG.promisesNotKept(failure);
        }
    }

    private void settle(UUID draw) {
        try {
            prizes.settle(draw);
        } catch (CounterException refusal) {
            if (refusal.error().kind() == ErrorCode.Kind.UNAVAILABLE) {
                throw refusal;
            }
            prizes.fail(draw, refusal.error().code());
            TransactionsLog.LOG.prizeFailed(draw, refusal.error().code());
        } catch (RuntimeException unforeseen) {
            TransactionsLog.LOG.promisesNotKept(unforeseen);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void followTrips() {
        try {
            trips.follow(TransactionsLog.LOG::tripsNotFollowed);
        } catch (RuntimeException failure) {
            TransactionsLog.LOG.tripsNotFollowed(failure);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void givePointsForFares() {
        try {
            trips.earn();
        } catch (RuntimeException failure) {
            TransactionsLog.LOG.tripsNotFollowed(failure);
        }
    }
}
