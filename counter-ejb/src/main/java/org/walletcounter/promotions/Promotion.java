package org.walletcounter.promotions;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promotion that is on offer (促销): applied without anyone asking when its condition holds.
 *
 * @param id the campaign's
 * @param version of the campaign's terms
 * @param until null if it has no end
 */
public record Promotion(
        UUID id,
        int version,
        Terms terms,
        Instant from,
        @Nullable Instant until) {

    private static final BigInteger WHOLE = BigInteger.valueOf(Sound.WHOLE);

    /** Whether it runs at a moment: from its beginning on, and not at its end any more. */
    public boolean runsAt(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }

    /**
     * Whether a member is in the group that it is kept from: the SHA-256 of "campaign:member" as a number, modulo 10,000, is
     * below the share held out. Hangs on nothing else, so a member stays in the group, or out of it, through all versions.
     */
    public boolean holdsOut(UUID memberId) {
        Integer share = terms.heldOut();
        return share != null && place(memberId) < share;
    }

    private int place(UUID memberId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((id + ":" + memberId).getBytes(StandardCharsets.US_ASCII));
            return new BigInteger(1, hash).mod(WHOLE).intValue();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
