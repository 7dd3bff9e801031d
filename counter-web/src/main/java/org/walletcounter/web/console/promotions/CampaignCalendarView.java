package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElseGet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.promotions.Campaigns.CalendarEntry;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Show;

/** The calendar of campaigns, month by month, in the merchant's zone. */
@Named("promotionCalendarView")
@RequestScoped
@AnswersRefusals
public class CampaignCalendarView {

    @Inject
    private Campaigns campaigns;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private Clock clock;

    private @Nullable YearMonth month;
    private List<CalendarEntry> entries = List.of();

    /** Reads what runs in the month. */
    public void load() {
        LocalDate first = MonthSheet.firstDay(shown());
        entries = campaigns.calendar(
                console.getActor(),
                first.atStartOfDay(zone()).toInstant(),
                shown().plusMonths(1)
                        .atDay(1)
                        .plusDays(DayOfWeek.values().length)
                        .atStartOfDay(zone())
                        .toInstant());
    }

    /** The month laid out. */
    public MonthSheet getSheet() {
        return MonthSheet.of(shown(), entries, zone());
    }

    /** Whether nothing runs in it. */
    public boolean isQuiet() {
        return entries.isEmpty();
    }

    /** The campaigns that clash, with what they clash with. */
    public List<CalendarEntry> getClashing() {
        return entries.stream().filter(entry -> !entry.clashes().isEmpty()).toList();
    }

    /** The names of what a campaign clashes with. */
    public String rivals(CalendarEntry entry) {
        return entry.clashes().stream().distinct().map(this::name).collect(Collectors.joining(show.text("say.comma")));
    }

    private String name(UUID id) {
        return entries.stream()
                .map(CalendarEntry::campaign)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> each.content().terms().names().in(console.getLanguage()))
                .orElse("");
    }

    /** The days of the week. */
    public List<String> getWeekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, console.getLocale()))
                .toList();
    }

    /** What the month is called. */
    public String getTitle() {
        return DateTimeFormatter.ofPattern(show.text("pattern.month"), console.getLocale())
                .format(shown());
    }

    /** Whether a day is today. */
    public boolean today(LocalDate day) {
        return day.equals(LocalDate.ofInstant(clock.instant(), zone()));
    }

    public String getBefore() {
        return shown().minusMonths(1).toString();
    }

    public String getAfter() {
        return shown().plusMonths(1).toString();
    }

    public String getMonth() {
        return shown().toString();
    }

    /** The month that the address asks for; the present one when it cannot be read. */
    public void setMonth(@Nullable String asked) {
        try {
            month = asked == null || asked.isBlank() ? null : YearMonth.parse(asked);
        } catch (DateTimeException unreadable) {
            month = null;
        }
    }

    private YearMonth shown() {
        return requireNonNullElseGet(month, () -> YearMonth.from(clock.instant().atZone(zone())));
    }

    private ZoneId zone() {
        return console.getMerchant().zone();
    }
}
