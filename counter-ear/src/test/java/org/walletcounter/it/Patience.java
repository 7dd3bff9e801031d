package org.walletcounter.it;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** How long a test looks for what the counter does a moment later, and how long it rests between two looks. */
public record Patience(Duration longest, Duration rest) {

    /** What a page is given to show what the server tells it; Playwright by itself gives it a quarter of that. */
    public static final double MILLIS = 20_000;

    /** For a text that comes to a page within {@link #MILLIS}. */
    public static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(MILLIS);
    }

    /** Looks until it is so or the time is over; says whether it is so now, and fails nothing. */
    public boolean await(BooleanSupplier reached) throws InterruptedException {
        Instant deadline = Instant.now().plus(longest);
        while (!reached.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(rest.toMillis());
        }
        return reached.getAsBoolean();
    }
}
