package org.walletcounter.members.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.MemberIntake;

/**
 * Takes the merchant's earlier customers over. Their wallets are opened when they are first needed, and nobody is told of
 * them one by one: a screen that listens for changes would only flicker.
 */
@Stateless
@RolesAllowed("system")
public class MemberIntakeBean implements MemberIntake {

    private static final String EXTERNAL = "external";

    @Inject
    MemberRecords records;

    @Inject
    Registering registering;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public Map<String, UUID> takeOver(Actor system, List<Known> customers) {
        records.database.setFlushMode(FlushModeType.COMMIT);
        Map<String, UUID> members = new HashMap<>();
        Map<String, UUID> made = new HashMap<>();
        Set<String> codes = new HashSet<>();
        for (Known customer : customers) {
            Identity identity = Identity.of(EXTERNAL, customer.external(), Optional.empty());
            UUID member = records.known(system.merchantId(), EXTERNAL, identity.hash(vault, system.merchantId()))
                    .orElseGet(() -> made.computeIfAbsent(
                            identity.value(), key -> make(system, customer, identity, newCode(system, codes))));
            members.put(customer.external(), member);
        }
        records.database.flush();
        records.database.setFlushMode(FlushModeType.AUTO);
        return members;
    }

    /** Rows that are not written yet are not seen by the search for codes in use. */
    private String newCode(Actor system, Set<String> before) {
        String code = registering.newCode(system.merchantId());
        while (!before.add(code)) {
            code = registering.newCode(system.merchantId());
        }
        return code;
    }

    private UUID make(Actor system, Known customer, Identity identity, String code) {
        Instant now = clock.instant();
        Member member = new Member(Ids.next(clock), system.merchantId(), code, now, vault);
        member.call(Registering.checkedName(customer.name()), Registering.language(customer.language()), vault);
        records.database.persist(member);
        records.database.persist(new MemberIdentifier(Ids.next(clock), member, identity, now, vault));
        return member.id();
    }
}
