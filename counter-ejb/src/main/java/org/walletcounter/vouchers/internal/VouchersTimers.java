package org.walletcounter.vouchers.internal;

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
import java.util.function.IntSupplier;
import org.walletcounter.vouchers.internal.book.VouchersLog;
import org.walletcounter.vouchers.internal.reminders.ReminderSteps;

/** The vouchers' clockwork: expiry, reminders, and winning back who has not bought for long. */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class VouchersTimers {

    @Inject
    Expiring expiring;

    @Inject
    ReminderSteps reminders;

    @Inject
    WinningBack winning;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void expireVouchers() {
        try {
            int expired = expiring.vouchers();
            if (expired > 0) {
                VouchersLog.LOG.expired(expired);
            }
        } catch (RuntimeException failure) {
            VouchersLog.LOG.notTakenCareOf("expiry", failure);
        }
    }

    @Schedule(hour = "*", minute = "*/10", second = "5", persistent = false)
    void expireCodes() {
        expiring.codes();
    }

    @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void remind() {
        untilNoneIsLeft("reminders of expiry", reminders::holders);
        untilNoneIsLeft("reminders of what is followed", reminders::followers);
        untilNoneIsLeft("text messages", reminders::texts);
        untilNoneIsLeft("reminders that are over", reminders::sweep);
    }

    private static void untilNoneIsLeft(String what, IntSupplier step) {
        try {
            while (step.getAsInt() > 0) {
                // There may be more.
            }
        } catch (RuntimeException failure) {
            VouchersLog.LOG.notTakenCareOf(what, failure);
        }
    }

    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void winBack() {
        try {
            winning.campaigns().forEach(this::winBackFor);
        } catch (RuntimeException failure) {
            VouchersLog.LOG.notTakenCareOf("winning back", failure);
        }
    }

    /** A campaign that fails must not keep others, which may be other merchants', from giving. */
    private void winBackFor(UUID campaign) {
        try {
            while (winning.of(campaign) > 0) {
                // There may be more.
            }
        } catch (RuntimeException failure) {
            VouchersLog.LOG.notWonBack(campaign, failure);
        }
    }
}
