package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TransactionError;

class TapRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void aTapOfJustNowOrOfAMonthAgoIsTaken() {
        assertThat(refusal(tap(Ids.at(NOW), NOW, 250))).isNull();
        Instant before = NOW.minus(Duration.ofDays(31));
        assertThat(refusal(tap(Ids.at(before), before, 250))).isNull();
    }

    @Test
    void anIdThatIsNotOfVersion7IsRefused() {
        assertThat(refusal(tap(UUID.fromString("c0a8012e-7b3a-4f5e-8d1a-2b3c4d5e6f70"), NOW, 250)))
                .isEqualTo(TransactionError.TAP_ID_INVALID);
    }

    @Test
    void oldTapsAndTapsOfTheFutureAreRefusedByTheirIdAndByTheirMoment() {
        Instant old = NOW.minus(Duration.ofDays(31)).minusMillis(1);
        Instant tomorrow = NOW.plus(Duration.ofHours(1));
        assertThat(refusal(tap(Ids.at(old), NOW, 250))).isEqualTo(TransactionError.TAP_OUT_OF_TIME);
        assertThat(refusal(tap(Ids.at(NOW), old, 250))).isEqualTo(TransactionError.TAP_OUT_OF_TIME);
        assertThat(refusal(tap(Ids.at(tomorrow), NOW, 250))).isEqualTo(TransactionError.TAP_OUT_OF_TIME);
        assertThat(refusal(tap(Ids.at(NOW), tomorrow, 250))).isEqualTo(TransactionError.TAP_OUT_OF_TIME);
    }

    @Test
    void aFareIsAboveNothingInTheHousesCurrencyAndNoMoreThanItAllows() {
        assertThat(refusal(tap(Ids.at(NOW), NOW, 0))).isEqualTo(TransactionError.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(tap(Ids.at(NOW), NOW, 1001))).isEqualTo(TransactionError.FARE_TOO_HIGH);
        Tap euros = new Tap(Ids.at(NOW), UUID.randomUUID(), "CARD", NOW, Money.of(250, "EUR"), false);
        assertThat(refusal(euros)).isEqualTo(TransactionError.CURRENCY_MISMATCH);
    }

    private static Tap tap(UUID id, Instant at, long fare) {
        return new Tap(id, UUID.randomUUID(), "CARD", at, Money.of(fare, "GBP"), false);
    }

    private static @Nullable ErrorCode refusal(Tap tap) {
        CounterException refusal =
                catchThrowableOfType(CounterException.class, () -> TapRules.require(tap, NOW, "GBP", 1000));
        return refusal == null ? null : refusal.error();
    }
}
