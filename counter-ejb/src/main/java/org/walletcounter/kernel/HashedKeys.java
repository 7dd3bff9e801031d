package org.walletcounter.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Turns names of any length into keys of 128 bits, of which those of like names stand near one another: 32 bits of SHA-256
 * over what its neighbours have in common, then 96 bits of SHA-256 over the whole. Names are made in sequences and soon after
 * one another; in an index of such keys what is new lies on few pages, which are in memory, where keys of hashes alone would
 * each lie on a page of their own among all that ever were. Two neighbours get the same key by chance after some 2^48 of them.
 * Stateless and thread-safe.
 */
public interface HashedKeys {

    /** The key of a name among its neighbours. */
    static UUID of(String near, String whole) {
        long together = (long) ByteBuffer.wrap(sha256(near)).getInt() << Integer.SIZE;
        ByteBuffer hash = ByteBuffer.wrap(sha256(whole));
        return new UUID(together | Integer.toUnsignedLong(hash.getInt()), hash.getLong());
    }

    /** The key of a name that has no neighbours. */
    static UUID of(String whole) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(whole));
        return new UUID(hash.getLong(), hash.getLong());
    }

    /**
     * What a name has in common with those made about the same time: the time, to the minute, of a UUID of version 7; else
     * all but its last third, where a count or a mark stands.
     */
    static String neighbourhood(String name) {
        return isTimed(name) ? name.substring(0, 8) : name.substring(0, name.length() - name.length() / 3);
    }

    private static boolean isTimed(String name) {
        return name.length() == 36 && name.charAt(14) == '7' && name.charAt(8) == '-' && name.charAt(13) == '-';
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
