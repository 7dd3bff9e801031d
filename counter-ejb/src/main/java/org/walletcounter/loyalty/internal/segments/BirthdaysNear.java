package org.walletcounter.loyalty.internal.segments;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.walletcounter.loyalty.Segment.Comparison;
import org.walletcounter.loyalty.Segment.Condition;
import org.walletcounter.members.Birthday;

/** Conditions on birthdays, as the days of the year that they mean. */
final class BirthdaysNear {

    private static final LocalDate LEAP_YEAR = LocalDate.of(2000, Month.JANUARY, 1);

    private BirthdaysNear() {}

    /** All days of some months, by their numbers. */
    static Set<MonthDay> months(List<String> numbers) {
        return all(day -> numbers.contains(Integer.toString(day.getMonthValue())));
    }

    /** The days that are at least, or at most, so many days ahead; as far as a year can say. */
    static Set<MonthDay> days(LocalDate today, Condition condition) {
        long number = Long.parseLong(condition.values().get(0));
        boolean atLeast = condition.comparison() == Comparison.AT_LEAST;
        return all(day -> atLeast ? ahead(today, day) >= number : ahead(today, day) <= number);
    }

    /** Days until it is kept next, 0 for today. */
    private static long ahead(LocalDate today, MonthDay born) {
        Birthday birthday = new Birthday(born, null);
        Year year = Year.from(today);
        LocalDate kept = birthday.in(year);
        return ChronoUnit.DAYS.between(today, kept.isBefore(today) ? birthday.in(year.plusYears(1)) : kept);
    }

    private static Set<MonthDay> all(Predicate<MonthDay> wanted) {
        return LEAP_YEAR
                .datesUntil(LEAP_YEAR.plusYears(1))
                .map(MonthDay::from)
                .filter(wanted)
                .collect(Collectors.toUnmodifiableSet());
    }
}
