package org.walletcounter.web.console.promotions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Campaigns.CalendarEntry;

/** A month laid out: weeks from Monday, each with its days and lanes in which campaigns stand beside each other. */
public record MonthSheet(YearMonth month, List<Week> weeks) {

    private static final int DAYS = 7;

    /** Keeps a copy. */
    public MonthSheet {
        weeks = List.copyOf(weeks);
    }

    static MonthSheet of(YearMonth month, List<CalendarEntry> entries, ZoneId zone) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = firstDay(month);
        while (!monday.isAfter(month.atEndOfMonth())) {
            weeks.add(Week.of(monday, entries, zone));
            monday = monday.plusDays(DAYS);
        }
        return new MonthSheet(month, weeks);
    }

    /** The Monday on or before the first of a month. */
    static LocalDate firstDay(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A week. */
    public record Week(List<LocalDate> days, List<List<Piece>> lanes) {

        static Week of(LocalDate monday, List<CalendarEntry> entries, ZoneId zone) {
            List<LocalDate> days = monday.datesUntil(monday.plusDays(DAYS)).toList();
            List<Bar> bars = entries.stream()
                    .map(entry -> Bar.of(entry, monday, zone))
                    .filter(bar -> bar.from() < DAYS && bar.until() > 0 && bar.from() < bar.until())
                    .sorted(Comparator.comparingInt(Bar::from))
                    .toList();
            return new Week(days, lanes(bars));
        }

        private static List<List<Piece>> lanes(List<Bar> bars) {
            List<List<Bar>> lanes = new ArrayList<>();
            for (Bar bar : bars) {
                lanes.stream()
                        .filter(lane -> lane.get(lane.size() - 1).until() <= bar.from())
                        .findFirst()
                        .orElseGet(() -> {
                            List<Bar> fresh = new ArrayList<>();
                            lanes.add(fresh);
                            return fresh;
                        })
                        .add(bar);
            }
            return lanes.stream().map(Week::pieces).toList();
        }

        private static List<Piece> pieces(List<Bar> lane) {
            List<Piece> pieces = new ArrayList<>();
            int at = 0;
            for (Bar bar : lane) {
                gap(pieces, bar.from() - at);
                pieces.add(new Piece(bar.until() - bar.from(), List.of(bar)));
                at = bar.until();
            }
            gap(pieces, DAYS - at);
            return pieces;
        }

        private static void gap(List<Piece> pieces, int days) {
            if (days > 0) {
                pieces.add(new Piece(days, List.of()));
            }
        }
    }

    /** A part of a lane: one campaign, or nothing, for some days. */
    public record Piece(int days, List<Bar> bars) {}

    /** A campaign's days of a week, from 0 to 7, exclusive. */
    public record Bar(CalendarEntry entry, int from, int until, boolean begins, boolean ends) {

        static Bar of(CalendarEntry entry, LocalDate monday, ZoneId zone) {
            CampaignDraft content = entry.campaign().content();
            LocalDate first = content.from().atZone(zone).toLocalDate();
            LocalDate after = content.until() == null
                    ? LocalDate.MAX
                    : content.until().minusNanos(1).atZone(zone).toLocalDate().plusDays(1);
            return new Bar(
                    entry,
                    index(first, monday),
                    index(after, monday),
                    !first.isBefore(monday),
                    !after.isAfter(monday.plusDays(DAYS)));
        }

        private static int index(LocalDate day, LocalDate monday) {
            return (int) Math.max(0, Math.min(DAYS, day.toEpochDay() - monday.toEpochDay()));
        }
    }
}
