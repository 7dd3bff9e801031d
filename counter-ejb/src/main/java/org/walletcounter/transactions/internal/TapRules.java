package org.walletcounter.transactions.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TransactionError;

/** The form of a tap, checked in the order of {@link TransactionError}. */
final class TapRules {

    /** The most a gate may take with one tap: a card pays there without a code. */
    static final Parameter HIGHEST_FARE =
            new Parameter("transactions.tap.highest-fare", "minor", 1, 100_000_000_000L, 10_000);

    private static final Duration OLDEST = Duration.ofDays(31);
    private static final Duration FASTEST_CLOCK = Duration.ofMinutes(10);
    private static final int VERSION = 7;
    private static final int VARIANT = 2;

    private TapRules() {}

    /** Refuses what cannot be taken, whoever holds the card. */
    static void require(Tap tap, Instant now, String currency, long highestFare) {
        PaymentRules.requireMoney("fare", tap.fare(), currency);
        UUID id = tap.id();
        if (id.version() != VERSION || id.variant() != VARIANT) {
            throw CounterException.at("id", TransactionError.TAP_ID_INVALID);
        }
        requireTime("id", Ids.momentOf(id), now);
        requireTime("at", tap.at(), now);
        if (tap.fare().minor() > highestFare) {
            throw CounterException.at("fare", TransactionError.FARE_TOO_HIGH, Money.of(highestFare, currency));
        }
    }

    private static void requireTime(String field, Instant moment, Instant now) {
        if (moment.isBefore(now.minus(OLDEST)) || moment.isAfter(now.plus(FASTEST_CLOCK))) {
            throw CounterException.at(field, TransactionError.TAP_OUT_OF_TIME, OLDEST.toDays());
        }
    }
}
