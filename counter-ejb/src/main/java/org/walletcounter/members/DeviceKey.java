package org.walletcounter.members;

import java.time.Instant;
import java.util.Base64;

/**
 * What a phone keeps to make payment codes without a network. Shown once, to that phone.
 *
 * @param number the device's public number, part of each code
 * @param secret 20 random bytes in Base64
 * @param stepSeconds how long a code lasts
 * @param prefix the two digits every code of ours begins with
 */
public record DeviceKey(long number, String secret, int stepSeconds, String prefix) {

    /** The code that the phone shows at a moment. */
    public PaymentCode codeAt(Instant moment) {
        return PaymentCode.of(number, Base64.getDecoder().decode(secret), PaymentCode.stepAt(moment));
    }

    /** Names the device only, so that no log ever holds the secret. */
    @Override
    public String toString() {
        return "DeviceKey[number=" + number + "]";
    }
}
