package org.walletcounter.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live means as well that the clock was not set back. The server's timers wait for moments of the clock: set back by an hour, it
 * leaves all work in the background standing still for an hour. Payments go on, and a restart is the cure, so this says
 * nothing against being ready.
 */
@Liveness
@ApplicationScoped
class ClockLiveness implements HealthCheck {

    /** A clock that is corrected by less is waited for. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final Retreat retreat = new Retreat(Clock.systemUTC());

    @Override
    public HealthCheckResponse call() {
        Duration back = retreat.now();
        if (back.compareTo(TOLERATED) <= 0) {
            return HealthCheckResponse.up("clock");
        }
        return HealthCheckResponse.named("clock")
                .down()
                .withData("cause", "the clock was set back; background work stands still: restart")
                .withData("seconds", back.toSeconds())
                .build();
    }
}
