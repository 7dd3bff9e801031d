package org.walletcounter.promotions.internal.goods;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Draws that anybody can check afterwards: the SHA-256 of the secret seed is published before, and a draw is the HMAC-SHA-256
 * of what is drawn for, under the seed. Who knows the seed afterwards can repeat every draw, and nobody can before.
 */
public final class Draw {

    private static final BigInteger SPACE = BigInteger.ONE.shiftLeft(256);

    private Draw() {}

    /** What is published before: the SHA-256 of the seed's bytes, in hexadecimal. */
    public static String commitment(byte[] seed) {
        return HexFormat.of().formatHex(sha256(seed));
    }

    /** What is drawn for a text. */
    public static Number of(byte[] seed, String drawnFor, long bound) {
        return fair(hmac(seed, drawnFor), seed, drawnFor, bound);
    }

    /**
     * A number for a trial, which no customer ever pays by: it hangs on the sale's reference, so that a trial asked twice says
     * the same.
     */
    public static long rehearsal(String reference, long bound) {
        byte[] hash = sha256(reference.getBytes(StandardCharsets.UTF_8));
        return new BigInteger(1, hash).mod(BigInteger.valueOf(bound)).longValueExact();
    }

    /**
     * All numbers below the bound are equally likely: a hash in the last, incomplete round of the bound is not used; the next
     * one is then that of the same text with "+" behind it. In practice it never is.
     */
    static Number fair(byte[] hash, byte[] seed, String drawnFor, long bound) {
        BigInteger number = new BigInteger(1, hash);
        BigInteger below = BigInteger.valueOf(bound);
        if (number.compareTo(SPACE.subtract(SPACE.mod(below))) >= 0) {
            return of(seed, drawnFor + "+", bound);
        }
        return new Number(HexFormat.of().formatHex(hash), number.mod(below).longValueExact());
    }

    private static byte[] hmac(byte[] seed, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256.", impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /**
     * What is drawn.
     *
     * @param hash the HMAC, in hexadecimal
     * @param value the HMAC as a number, modulo the bound
     */
    public record Number(String hash, long value) {}
}
