package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No day that is read is so far away that reckoning with it breaks. */
class CalendarDayTest {

    @Test
    void a_day_of_business_is_read() {
        assertThat(CalendarDay.parse("2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(CalendarDay.parse("1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(CalendarDay.parse("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "+10000-01-01",
                "+300000000-01-01",
                "+999999999-12-31",
                "-999999999-01-01",
                "2026-02-30",
                "tomorrow",
                ""
            })
    void what_is_far_away_is_no_day(String text) {
        assertThatThrownBy(() -> CalendarDay.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
