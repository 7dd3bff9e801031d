package org.walletcounter.members.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM over one value, bound to the place where it is kept ("table|column|row"): moved elsewhere it does not open.
 * The bytes are: format 1, the key's number (4 bytes), a random nonce (12 bytes), the ciphertext with its tag.
 */
final class Seal {

    private static final byte FORMAT = 1;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] close(int keyNumber, SecretKey key, String place, byte[] value) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD).put(FORMAT).putInt(keyNumber).array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, head, place).doFinal(value);
            return ByteBuffer.allocate(HEAD + NONCE + sealed.length)
                    .put(head)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", impossible);
        }
    }

    static byte[] open(SecretKey key, String place, byte[] sealed) {
        if (sealed.length <= HEAD + NONCE || sealed[0] != FORMAT) {
            throw MembersLog.LOG.sealBroken(place, null);
        }
        byte[] head = new byte[HEAD];
        byte[] nonce = new byte[NONCE];
        byte[] rest = new byte[sealed.length - HEAD - NONCE];
        ByteBuffer.wrap(sealed).get(head).get(nonce).get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, head, place).doFinal(rest);
        } catch (AEADBadTagException changed) {
            throw MembersLog.LOG.sealBroken(place, changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", impossible);
        }
    }

    /** Whether enough is left of a sealed value to tell the number of its key. */
    static boolean tellsKeyNumber(byte[] sealed) {
        return sealed.length > HEAD;
    }

    /** The number of the key that a value is sealed under. */
    static int keyNumber(byte[] sealed) {
        if (!tellsKeyNumber(sealed)) {
            throw MembersLog.LOG.sealBroken("an unknown place", null);
        }
        return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] head, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
