package org.walletcounter.members.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Parameters;
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

    Warm remember(Warm warm) {
        if (devices.size() >= MOST) {
            devices.clear();
        }
        devices.put(warm.number, warm);
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
            long number,
            UUID memberId,
            UUID merchantId,
            byte[] secret,
            String greeting,
            String language,
            Map<String, Purse> purses,
            Instant until) {

        /** The same with one more wallet, or with one as it is now. */
        Warm with(String currency, Purse purse) {
            Map<String, Purse> all = new HashMap<>(purses);
            all.put(currency, purse);
            return new Warm(number, memberId, merchantId, secret, greeting, language, Map.copyOf(all), until);
        }
    }

    /**
     * A wallet.
     *
     * @param single the member's own limit for one payment
     * @param daily the member's own limit for a day
     * @param caps what its account has been told
     */
    record Purse(
            AccountId account,
            @Nullable Long single,
            @Nullable Long daily,
            Caps caps) {

        /** Whether the account has been told the rules that are in force. */
        boolean hasCapsOf(Parameters parameters, UUID merchant) {
            return caps.equals(Wallets.caps(parameters, merchant, single, daily));
        }
    }
}
