package org.walletcounter.loyalty;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/** The door to tiers (会员等级). Refuses with {@link LoyaltyError}. Thread-safe. */
public interface Tiers {

    /** The merchant's rules, if it has tiers. */
    Optional<TierScheme> scheme(Actor actor);

    /**
     * Sets the rules. All members are looked at anew within minutes.
     *
     * @throws CounterException {@link LoyaltyError#RULE_INVALID}, {@link LoyaltyError#TIERS_NOT_RISING}
     */
    TierScheme save(Actor actor, TierScheme scheme);

    /** What these rules would do to the members there are. Changes nothing. */
    TierPreview preview(Actor actor, TierScheme proposed);

    /** Where a member stands. */
    MemberTier of(Actor actor, UUID memberId);

    /** Lifts who has paid since a moment into the tier they have reached, and gives how many moved. The clockwork calls it. */
    int lift(UUID merchantId, Instant since);
}
