package org.walletcounter.members.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;

/**
 * What the accounts behind cards have been told of their caps, remembered on this node for minutes. Whose card it is, and
 * what limits its member has set, is asked each time. Thread-safe.
 */
@ApplicationScoped
class WarmCards {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 200_000;

    private final Map<AccountId, Told> accounts = new ConcurrentHashMap<>();

    private record Told(Caps caps, Instant until) {}

    @Nullable
    Caps known(AccountId account, Instant now) {
        Told told = accounts.get(account);
        return told == null || !told.until.isAfter(now) ? null : told.caps;
    }

    void remember(Map<AccountId, Caps> caps, Instant now) {
        if (accounts.size() >= MOST) {
            accounts.clear();
        }
        Instant until = now.plus(REMEMBERED);
        caps.forEach((account, each) -> accounts.put(account, new Told(each, until)));
    }
}
