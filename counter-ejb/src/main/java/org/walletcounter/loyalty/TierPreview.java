package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rules would do to the members there are.
 *
 * @param members how many were looked at
 * @param rises how many would rise at once
 * @param falls how many would fall when what they keep and their grace are over
 * @param counts members per tier now and then, no tier first
 * @param sample some who move, those with the highest measure first
 */
public record TierPreview(int members, int rises, int falls, List<Count> counts, List<Move> sample) {

    /** Members in a tier now and by the proposed rules. */
    public record Count(@Nullable String code, int now, int then) {}

    /** One who moves. */
    public record Move(
            UUID memberId, @Nullable String from, @Nullable String to, long measured) {}
}
