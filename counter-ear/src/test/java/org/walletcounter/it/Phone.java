package org.walletcounter.it;

import java.time.Clock;
import java.util.Optional;
import org.walletcounter.members.PaymentCode;

/** A member's phone with its own key: shows a payment code of the present or the next half minute, and none twice. */
final class Phone {

    private final long number;
    private final byte[] secret;
    private long shown;

    Phone(long number, byte[] secret) {
        this.number = number;
        this.secret = secret.clone();
    }

    /** A code that has not been shown before, unless there is none just now. */
    Optional<String> freshCode() {
        long present = PaymentCode.stepAt(Clock.systemUTC().instant());
        if (shown > present) {
            return Optional.empty();
        }
        shown = Math.max(shown + 1, present);
        return Optional.of(PaymentCode.of(number, secret, shown).digits());
    }
}
