package org.walletcounter.promotions.internal.goods;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Draws that anybody can check afterwards: the SHA-256 of the secret seed is published before, and a draw is nothing but the
 * SHA-256 of the seed and what is drawn for. Who knows the seed afterwards, can repeat every draw.
 */
public final class Draw {

    private Draw() {}

    /** What is published before: the SHA-256 of the seed, in hexadecimal. */
    public static String commitment(String seed) {
        return HexFormat.of().formatHex(sha256(seed));
    }

    /** A number from 0 up to and without the bound, the same each time. */
    public static long number(String seed, String drawnFor, long bound) {
        BigInteger hash = new BigInteger(1, sha256(seed + ":" + drawnFor));
        return hash.mod(BigInteger.valueOf(bound)).longValueExact();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
