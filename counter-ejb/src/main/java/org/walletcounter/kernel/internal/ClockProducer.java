package org.walletcounter.kernel.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock of the application; tests and replays put another in its place. */
@Dependent
class ClockProducer {

    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
