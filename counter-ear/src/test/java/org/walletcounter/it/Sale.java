package org.walletcounter.it;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it was sent, and as it is sent again word by word.
 *
 * @param key under which it is sent; its number is made of it
 * @param body the request
 * @param amount in minor units
 * @param payer the member whose wallet pays, or null for cash
 */
record Sale(UUID key, String body, long amount, @Nullable String payer) {

    /** The number that the books know it by. */
    String number() {
        return numberOf(key);
    }

    static String numberOf(UUID key) {
        return "CRASH-" + key;
    }
}
