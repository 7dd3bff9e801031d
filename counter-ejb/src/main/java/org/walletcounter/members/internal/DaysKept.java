package org.walletcounter.members.internal;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The days of birth whose birthday is kept in some days of one year: 29 February is kept on 28 February in a common year.
 *
 * @param days at least one
 */
record DaysKept(int year, Set<MonthDay> days) {

    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    /** Year by year; both ends belong to it. */
    static List<DaysKept> between(LocalDate from, LocalDate until) {
        Map<Integer, Set<MonthDay>> byYear = new TreeMap<>();
        from.datesUntil(until.plusDays(1)).forEach(date -> {
            Set<MonthDay> days = byYear.computeIfAbsent(date.getYear(), year -> new LinkedHashSet<>());
            days.add(MonthDay.from(date));
            if (!date.isLeapYear() && date.equals(LEAP_DAY.atYear(date.getYear()))) {
                days.add(LEAP_DAY);
            }
        });
        return byYear.entrySet().stream()
                .map(each -> new DaysKept(each.getKey(), each.getValue()))
                .toList();
    }
}
