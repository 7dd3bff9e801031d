package org.walletcounter.members.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;

/**
 * What paying by code needs of a device and its member, remembered on this node for minutes. Whether the device still
 * counts and the member may pay is never remembered: that is asked each time.
 */
@ApplicationScoped
class WarmDevices {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 100_000;

    private final Map<Long, Warm> devices = new ConcurrentHashMap<>();

    Optional<Warm> known(long number, Instant now) {
        return Optional.ofNullable(devices.get(number)).filter(warm -> warm.until.isAfter(now));
    }

    Warm remember(long number, Warm warm) {
        if (devices.size() >= MOST) {
            devices.clear();
        }
        devices.put(number, warm);
        return warm;
    }

    void forget(UUID memberId) {
        devices.values().removeIf(warm -> warm.memberId.equals(memberId));
    }

    static Instant until(Instant now) {
        return now.plus(REMEMBERED);
    }

    /** A device, its member and the wallets by currency. */
    record Warm(
            UUID memberId,
            UUID merchantId,
            byte[] secret,
            String greeting,
            String language,
            Map<String, Purse> purses,
            Instant until) {}

    /** A wallet and the caps that its account has. */
    record Purse(Wallet wallet, Caps caps) {
        AccountId account() {
            return wallet.account();
        }
    }
}
