package org.walletcounter.members;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What pricing may know of a member.
 *
 * @param birthday null if it was not told
 */
public record MemberFacts(
        UUID memberId,
        UUID merchantId,
        Instant memberSince,
        @Nullable Birthday birthday) {}
