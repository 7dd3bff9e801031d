package org.walletcounter.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class the running counter: test methods may ask for a {@link RunningCounter} (API), a {@link Screen} (a browser of
 * their own). All classes share one counter, started by the first of them and stopped after the last; so tests make their own
 * members, sales and names and never count what others made, and what they set or offer to everybody they take back after
 * themselves ({@link OnOffer}, {@link RunningCounter#rule}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(CounterExtension.class)
public @interface WithCounter {}
