package org.walletcounter.promotions.internal.draws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals seeds with AES-256-GCM under the installation's key, bound to their campaign: moved to another one they do not open.
 * The bytes are the key's number (4), a random nonce (12), the ciphertext with its tag. Thread-safe.
 */
public final class SeedSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int current;
    private final Map<Integer, byte[]> keys;

    /**
     * With the installation's keys, by number.
     *
     * @param current the number of the one that new seeds are sealed under
     */
    public SeedSeal(int current, Map<Integer, byte[]> keys) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("The current key " + current + " is missing.");
        }
        this.current = current;
        this.keys = new HashMap<>(keys);
    }

    byte[] close(UUID campaign, byte[] seed) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, campaign, seed);
        return ByteBuffer.allocate(Integer.BYTES + NONCE + sealed.length)
                .putInt(current)
                .put(nonce)
                .put(sealed)
                .array();
    }

    byte[] open(UUID campaign, byte[] sealed) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed);
        int number = bytes.getInt();
        byte[] nonce = new byte[NONCE];
        byte[] rest = new byte[bytes.remaining() - NONCE];
        bytes.get(nonce).get(rest);
        return cipher(Cipher.DECRYPT_MODE, number, nonce, campaign, rest);
    }

    private byte[] cipher(int mode, int number, byte[] nonce, UUID campaign, byte[] value) {
        byte[] key = keys.get(number);
        if (key == null) {
            throw SeedLog.LOG.keyUnknown(campaign, number);
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] own = mac.doFinal("promotions.seed".getBytes(StandardCharsets.US_ASCII));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(own, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("promotions.seed|" + number + "|" + campaign).getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(value);
        } catch (GeneralSecurityException changed) {
            throw SeedLog.LOG.sealBroken(campaign, changed);
        }
    }
}
