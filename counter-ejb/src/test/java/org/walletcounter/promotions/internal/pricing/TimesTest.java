package org.walletcounter.promotions.internal.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** Weekdays and hours. 1 January 2027 is a Friday. */
class TimesTest {

    private static final LocalTime TEN = LocalTime.of(22, 0);
    private static final LocalTime TWO = LocalTime.of(2, 0);
    private static final Set<DayOfWeek> FRIDAY = Set.of(DayOfWeek.FRIDAY);

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        Condition night = new Condition.Times(FRIDAY, TEN, TWO, Set.of());
        assertThat(holds(night, "2027-01-01T00:30")).as("Thursday's night").isFalse();
        assertThat(holds(night, "2027-01-01T21:59")).isFalse();
        assertThat(holds(night, "2027-01-01T22:00")).isTrue();
        assertThat(holds(night, "2027-01-01T23:00")).isTrue();
        assertThat(holds(night, "2027-01-02T00:30")).as("Friday's night").isTrue();
        assertThat(holds(night, "2027-01-02T02:00")).isFalse();
        assertThat(holds(night, "2027-01-02T23:00")).isFalse();
    }

    @Test
    void aDayThatIsLeftOutTakesItsNightWithIt() {
        Condition nights = new Condition.Times(Set.of(), TEN, TWO, Set.of(LocalDate.of(2026, 12, 31)));
        assertThat(holds(nights, "2026-12-31T01:00")).as("of the 30th").isTrue();
        assertThat(holds(nights, "2026-12-31T23:00")).isFalse();
        assertThat(holds(nights, "2027-01-01T01:00")).isFalse();
        assertThat(holds(nights, "2027-01-01T22:00")).isTrue();
    }

    @Test
    void hoursThatEndAtMidnightStayWithinTheirDay() {
        Condition evening = new Condition.Times(FRIDAY, TEN, LocalTime.MIDNIGHT, Set.of());
        assertThat(holds(evening, "2027-01-01T00:00")).isFalse();
        assertThat(holds(evening, "2027-01-01T23:59")).isTrue();
        assertThat(holds(evening, "2027-01-02T00:00")).isFalse();
    }

    @Test
    void theSameTimeTwiceIsTheWholeDay() {
        Condition friday = new Condition.Times(FRIDAY, TWO, TWO, Set.of());
        assertThat(holds(friday, "2027-01-01T00:30")).isTrue();
        assertThat(holds(friday, "2027-01-01T23:30")).isTrue();
        assertThat(holds(friday, "2027-01-02T00:30")).isFalse();
    }

    private static boolean holds(Condition condition, String time) {
        QuoteRequest plain = Sample.request(Sample.basket(Sample.line(1, "tea1", 1, 1000)));
        Scene scene = Scene.of(new QuoteRequest(
                plain.basket(),
                plain.shopper(),
                plain.holdings(),
                plain.wishes(),
                LocalDateTime.parse(time).atZone(Sample.NOON.getZone())));
        return new Judging(scene, Working.of(scene)).holds(condition);
    }
}
