package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.members.MemberError;

/**
 * Lets members look for people by their numbers a few times an hour. Hits count as well: each says that somebody is a
 * member here. Staff see the members anyway.
 */
@Dependent
class LookingUp {

    private static final Duration COUNTED = Duration.ofHours(1);

    private final Attempts attempts;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    LookingUp(Attempts attempts, Parameters parameters, Clock clock) {
        this.attempts = attempts;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** Notes one look, or refuses it. */
    void note(Actor actor) {
        if (!actor.role().equals("member")) {
            return;
        }
        Instant now = clock.instant();
        long most = parameters.value(MemberRules.LOOK_UPS, actor.merchantId());
        if (!attempts.note("look-up:" + actor.id(), now, now.minus(COUNTED), most)) {
            throw new CounterException(MemberError.TOO_MANY_LOOK_UPS, most);
        }
    }
}
