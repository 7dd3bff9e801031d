package org.walletcounter.loyalty.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Programme;

/** What a programme must be like. Each objection names the field. */
final class ProgrammeRules {

    private static final long MOST_POINTS = 1_000_000;
    private static final int MOST_DAYS = 3650;
    private static final int MOST_PERCENT = 1000;
    private static final int MOST_MULTIPLIERS = 100;

    private ProgrammeRules() {}

    static void require(Programme programme) {
        requireCode(programme.code());
        requireName("nameEn", programme.nameEn());
        requireName("nameZh", programme.nameZh());
        requireEarning(programme.earning());
        Programme.Lots lots = programme.lots();
        between("lots.days", lots.days(), lots.expiry() == Programme.Expiry.AFTER_DAYS ? 1 : 0, MOST_DAYS);
        between("lots.returnDays", lots.returnDays(), 0, MOST_DAYS);
        requireExchange(programme.exchange());
    }

    static void requireCode(String code) {
        RuleLimits.code("code", code);
    }

    static void requireName(String field, String name) {
        RuleLimits.text(field, name, 1, RuleLimits.LONGEST_NAME);
    }

    static void between(String field, long value, long lowest, long highest) {
        RuleLimits.between(field, value, lowest, highest);
    }

    private static void requireEarning(Programme.Earning earning) {
        between("earning.points", earning.points(), 0, MOST_POINTS);
        between("earning.perMinor", earning.perMinor(), 1, Integer.MAX_VALUE);
        between("earning.pendingDays", earning.pendingDays(), 0, MOST_DAYS);
        between("earning.multipliers", earning.multipliers().size(), 0, MOST_MULTIPLIERS);
        for (int i = 0; i < earning.multipliers().size(); i++) {
            Programme.Multiplier multiplier = earning.multipliers().get(i);
            between("earning.multipliers[" + i + "].percent", multiplier.percent(), 0, MOST_PERCENT);
            if (multiplier.name().isBlank()
                    || (multiplier.kind() == Programme.Multiplier.Kind.DAY && !isDay(multiplier.name()))) {
                String field = "earning.multipliers[" + i + "].name";
                throw CounterException.at(field, LoyaltyError.RULE_INVALID, field, "MONDAY", "2026-12-24");
            }
        }
    }

    private static boolean isDay(String name) {
        if (Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().equals(name))) {
            return true;
        }
        try {
            return LocalDate.parse(name).getYear() > 0;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    private static void requireExchange(Programme.Exchange exchange) {
        between("exchange.points", exchange.points(), 1, MOST_POINTS);
        between("exchange.minor", exchange.minor(), 0, Integer.MAX_VALUE);
        between("exchange.least", exchange.least(), 0, MOST_POINTS);
        between("exchange.percent", exchange.percent(), 0, 100);
        Long cap = exchange.cap();
        if (cap != null) {
            between("exchange.cap", cap, 1, Integer.MAX_VALUE);
        }
        if (exchange.from() != null
                && exchange.until() != null
                && exchange.until().isBefore(exchange.from())) {
            throw CounterException.at(
                    "exchange.until", LoyaltyError.RULE_INVALID, "exchange.until", exchange.from(), "9999-12-31");
        }
    }
}
