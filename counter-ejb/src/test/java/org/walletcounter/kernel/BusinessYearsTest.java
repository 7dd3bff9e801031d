package org.walletcounter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessYearsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00Z", "2026-11-28T10:15:00Z", "9999-12-31T23:59:59.999999999Z"})
    void what_lies_in_them_is_given_back(String text) {
        Instant moment = Instant.parse(text);
        assertThat(BusinessYears.moment(moment)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "+300000-01-01T00:00:00Z"})
    void what_lies_far_from_them_is_no_moment(String text) {
        Instant far = Instant.parse(text);
        assertThatThrownBy(() -> BusinessYears.moment(far)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void the_ends_of_time_are_no_days_and_no_moments_either() {
        assertThatThrownBy(() -> BusinessYears.moment(Instant.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> BusinessYears.moment(Instant.MIN)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> BusinessYears.day(LocalDate.MAX)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> BusinessYears.day(LocalDate.MIN)).isInstanceOf(DateTimeException.class);
    }
}
