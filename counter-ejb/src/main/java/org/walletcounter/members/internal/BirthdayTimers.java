package org.walletcounter.members.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;

/**
 * The birthdays' clockwork. It looks each minute, which costs one search of an index: so it does not matter when a node
 * starts, and who tells their birthday on the day itself does not wait until tomorrow.
 */
@Singleton
@Startup
@DependsOn("Migrating")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BirthdayTimers {

    @Inject
    BirthdaySteps steps;

    @Inject
    Merchants merchants;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void announce() {
        for (MerchantView merchant : merchants.all()) {
            try {
                announce(merchant.id());
            } catch (RuntimeException failure) {
                MembersLog.LOG.birthdaysNotAnnounced(merchant.id(), failure);
            }
        }
    }

    private void announce(UUID merchantId) {
        while (steps.mark(merchantId)) {
            // There may be more.
        }
        int announced = 0;
        for (int some = steps.announce(merchantId); some > 0; some = steps.announce(merchantId)) {
            announced += some;
        }
        if (announced > 0) {
            MembersLog.LOG.birthdays(announced, merchantId);
        }
    }
}
