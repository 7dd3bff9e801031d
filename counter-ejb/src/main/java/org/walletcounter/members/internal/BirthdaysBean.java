package org.walletcounter.members.internal;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.members.Birthdays;

/** The door to birthdays over PostgreSQL. */
@Stateless
@DeclareRoles({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class BirthdaysBean implements Birthdays {

    @Inject
    BirthdayRecords records;

    @Override
    @RolesAllowed({"manager", "analyst", "administrator", "system"})
    public List<UUID> bornOn(UUID merchantId, Set<MonthDay> days) {
        return records.bornOn(merchantId, days);
    }
}
