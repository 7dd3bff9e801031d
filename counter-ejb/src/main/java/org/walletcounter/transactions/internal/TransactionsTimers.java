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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
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
     * What is refused on its merits is over; what is refused for a reason that passes is put off, and so is one that fails in a
     * way nobody foresaw: it must not keep the others from being given. When nothing can be answered, the round is over.
     */
    private void keep(KeepingPromises.Due due) {
        try {
            promises.keep(due);
        } catch (CounterException refusal) {
            if (unforeseen(refusal)) {
                putOff(due, refusal);
            } else {
                refused(due, refusal);
            }
        } catch (RuntimeException unforeseen) {
            putOff(due, unforeseen);
        }
    }

    private void refused(KeepingPromises.Due due, CounterException refusal) {
        String code = refusal.error().code();
        Optional<Duration> pause = PassingRefusals.pauseAfter(refusal);
        if (pause.isPresent()) {
            promises.putOff(due, pause.get());
            TransactionsLog.LOG.promiseWaits(due.kind(), due.paymentId(), code);
        } else {
            promises.fail(due, code);
            TransactionsLog.LOG.promiseFailed(due.kind(), due.paymentId(), code);
        }
    }

    private void putOff(KeepingPromises.Due due, RuntimeException unforeseen) {
        promises.putOff(due, PassingRefusals.A_MOMENT);
        TransactionsLog.LOG.promisePutOff(due.paymentId(), unforeseen);
    }

    /** Whether it is a failure of this one alone; throws what says that none can be answered now. */
    private static boolean unforeseen(CounterException refusal) {
        ErrorCode error = refusal.error();
        if (error.kind() == ErrorCode.Kind.UNAVAILABLE && error != KernelError.INTERNAL) {
            throw refusal;
        }
        return error == KernelError.INTERNAL;
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
            if (unforeseen(refusal)) {
                putOff(draw, refusal);
            } else {
                refused(draw, refusal);
            }
        } catch (RuntimeException unforeseen) {
            putOff(draw, unforeseen);
        }
    }

    /** One that is to be taken back stays so, whatever refuses it. */
    private void refused(UUID draw, CounterException refusal) {
        String code = refusal.error().code();
        Optional<Duration> pause = PassingRefusals.pauseAfter(refusal);
        if (pause.isEmpty() && prizes.fail(draw, code)) {
            TransactionsLog.LOG.prizeFailed(draw, code);
        } else {
            prizes.putOff(draw, pause.orElse(PassingRefusals.A_WHILE));
            TransactionsLog.LOG.prizeWaits(draw, code);
        }
    }

    private void putOff(UUID draw, RuntimeException unforeseen) {
        prizes.putOff(draw, PassingRefusals.A_MOMENT);
        TransactionsLog.LOG.prizePutOff(draw, unforeseen);
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
