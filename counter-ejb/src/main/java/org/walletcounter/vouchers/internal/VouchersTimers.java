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
import java.time.Clock;
import org.walletcounter.vouchers.internal.book.VouchersLog;

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
    Reminding reminding;

    @Inject
    BringingVouchers bringing;

    @Inject
    Clock clock;

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
    void remind() {
        reminding.remind();
    }

    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    void winBack() {
        bringing.winBack(clock.instant());
    }
}
