package org.walletcounter.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The client-made key of one command (幂等键), with who sent it and what. The same key with the same content is answered
 * as the first time; with other content it is refused.
 *
 * @param actor who sends it; keys of different actors never meet
 * @param key as the client made it, 1 to 255 characters
 * @param contentHash the SHA-256 of the request's canonical content, in hex
 */
public record CommandKey(String actor, String key, String contentHash) {

    /** A key over the request's text. */
    public static CommandKey of(String actor, String key, String content) {
        return new CommandKey(actor, key, HexFormat.of().formatHex(sha256(content)));
    }

    /** The 128-bit name under which actor and key are kept: the head of SHA-256 over both. */
    public UUID claimId() {
        byte[] hash = sha256(actor.length() + ":" + actor + key);
        long high = 0;
        long low = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            high = (high << Byte.SIZE) | (hash[i] & 0xFF);
            low = (low << Byte.SIZE) | (hash[i + Long.BYTES] & 0xFF);
        }
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
