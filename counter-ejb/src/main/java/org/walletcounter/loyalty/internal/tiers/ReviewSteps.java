package org.walletcounter.loyalty.internal.tiers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of looking at all members of a merchant, each a transaction of its own: what is done stays done. */
public interface ReviewSteps {

    /**
     * A review in hand.
     *
     * @param version of the rules; members are looked at anew under other ones
     * @param members who has a measure or a tier
     */
    record Review(UUID merchantId, int version, List<UUID> members) {}

    /** Merchants that are due, because the rules are new or a day has gone by; who has waited longest comes first. */
    List<UUID> due();

    /** Begins one; nothing without rules. */
    Optional<Review> begin(UUID merchantId);

    /** Judges some of the members and gives how many moved. */
    int judge(Review review, List<UUID> members);

    /** Notes that all have been judged. */
    void end(Review review);
}
