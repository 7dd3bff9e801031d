package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.loyalty.PointsBalance;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.testing.TestDatabase;

/** Points of what was bought earlier, as a day's fares and late taps earn them: none has lapsed when it is given. */
class PointsGivenLateTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:05:00Z");
    private static final Programme.Lots THIS_YEAR = new Programme.Lots(Programme.Expiry.END_OF_YEAR, 0, 0);

    private final TestPoints shop = new TestPoints(DATABASE, NEW_YEAR, LONDON);
    private final UUID member = UUID.randomUUID();

    @AfterEach
    void theBooksHold() {
        assertThat(shop.findings()).isEmpty();
        assertThat(shop.ledger.door().check()).isEmpty();
        shop.close();
    }

    @Test
    void faresOfTheLastOfDecemberEarnPointsForTheYearInWhichTheyAreGiven() {
        shop.programme(0, THIS_YEAR, List.of());
        Instant ride = Instant.parse("2026-12-31T18:00:00Z");
        shop.earnLate(member, ride, 1000);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(10);
        assertThat(lot().maturesAt()).isEqualTo(ride);
        assertThat(lot().expiresAt()).isEqualTo("2028-01-01T00:00:00Z");
        assertThat(lot().lastDay()).isEqualTo("2027-12-31");
    }

    @Test
    void aTapThatArrivesLateEarnsPointsThatLiveAsLongAsOthers() {
        shop.programme(0, new Programme.Lots(Programme.Expiry.AFTER_DAYS, 5, 3), List.of());
        shop.earnLate(member, NEW_YEAR.minus(Duration.ofDays(7)), 1000);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isEqualTo(10);
        assertThat(lot().lastDay()).isEqualTo("2027-01-06");
        shop.goOn(6);
        shop.tidy(member);
        assertThat(shop.balance(member).available()).isZero();
    }

    @Test
    void pointsThatWaitAreReckonedFromTheEndOfTheirWaiting() {
        shop.programme(14, new Programme.Lots(Programme.Expiry.AFTER_DAYS, 5, 3), List.of());
        shop.earnLate(member, Instant.parse("2026-12-31T18:00:00Z"), 1000);
        assertThat(lot().maturesAt()).isEqualTo("2027-01-14T18:00:00Z");
        assertThat(lot().lastDay()).isEqualTo("2027-01-19");
    }

    @Test
    void whatIsSoldNowLapsesAsEver() {
        shop.programme(0, THIS_YEAR, List.of());
        shop.sell(member, 1000);
        assertThat(lot().lastDay()).isEqualTo("2027-12-31");
    }

    @Test
    void theLastDayIsTheMerchants() {
        assertThat(Lifetimes.lastDay(Instant.parse("2027-01-01T00:00:00Z"), LONDON))
                .isEqualTo("2026-12-31");
        assertThat(Lifetimes.lastDay(Instant.parse("2027-06-30T23:00:00Z"), LONDON))
                .isEqualTo("2027-06-30");
    }

    private PointsBalance.Lot lot() {
        return shop.balance(member).lots().get(0);
    }
}
