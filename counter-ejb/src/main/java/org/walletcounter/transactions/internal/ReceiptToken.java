package org.walletcounter.transactions.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt's address is made of: the payment's id, by which it is found, and 128 random bits, which nobody can guess.
 * Written in base64url, 43 characters.
 *
 * @param key the random half
 */
record ReceiptToken(UUID paymentId, UUID key) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int CHARACTERS = 43;

    /** A random half. All of its bits are random: it is a UUID by its size only. */
    static UUID newKey() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    static String of(UUID paymentId, UUID key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes(paymentId, key).array());
    }

    /** Reads a token; empty for what cannot be one. */
    static Optional<ReceiptToken> parse(String token) {
        if (token.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return Optional.of(new ReceiptToken(
                    new UUID(bytes.getLong(), bytes.getLong()), new UUID(bytes.getLong(), bytes.getLong())));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether this token's random half is the given one; takes as long whichever bit differs. */
    boolean opens(@Nullable UUID expected) {
        return expected != null
                && MessageDigest.isEqual(
                        bytes(paymentId, key).array(),
                        bytes(paymentId, expected).array());
    }

    private static ByteBuffer bytes(UUID first, UUID second) {
        return ByteBuffer.allocate(BYTES)
                .putLong(first.getMostSignificantBits())
                .putLong(first.getLeastSignificantBits())
                .putLong(second.getMostSignificantBits())
                .putLong(second.getLeastSignificantBits());
    }
}
