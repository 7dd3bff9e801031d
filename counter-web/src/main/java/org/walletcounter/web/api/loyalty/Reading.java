package org.walletcounter.web.api.loyalty;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.TierScheme;
import org.walletcounter.web.api.CalendarDay;
import org.walletcounter.web.api.JsonBody;

/** Reads what requests about loyalty carry, field by field. */
final class Reading {

    private Reading() {}

    static Programme programme(@Nullable UUID id, JsonBody json) {
        return new Programme(
                id,
                json.text("code"),
                json.text("nameEn"),
                json.text("nameZh"),
                json.truth("active", true),
                0,
                earning(json.child("earning")),
                lots(json.child("lots")),
                exchange(json.child("exchange")));
    }

    private static Programme.Earning earning(JsonBody json) {
        Programme.Basis basis = constant(Programme.Basis.class, "basis", json);
        return new Programme.Earning(
                basis,
                json.count("points"),
                unit(basis, json),
                json.objects(
                        "multipliers",
                        each -> new Programme.Multiplier(
                                constant(Programme.Multiplier.Kind.class, "kind", each),
                                each.text("name"),
                                each.count("percent"))),
                json.count("pendingDays"));
    }

    /** Of an amount it must be said: a point for each penny is what nobody means who leaves it out. */
    private static long unit(Programme.Basis basis, JsonBody json) {
        Long per = json.optionalNumber("perMinor");
        if (per != null) {
            return per;
        }
        if (basis == Programme.Basis.AMOUNT) {
            throw json.missing("perMinor");
        }
        return 1;
    }

    private static Programme.Lots lots(JsonBody json) {
        return new Programme.Lots(
                constant(Programme.Expiry.class, "expiry", json), json.count("days"), json.count("returnDays"));
    }

    private static Programme.Exchange exchange(JsonBody json) {
        return new Programme.Exchange(
                json.count("points"),
                json.count("minor"),
                json.count("least"),
                json.count("percent"),
                json.optionalNumber("cap"),
                day("from", json),
                day("until", json));
    }

    static Gift gift(@Nullable UUID id, JsonBody json) {
        return new Gift(
                id,
                json.id("programmeId"),
                json.text("code"),
                json.text("nameEn"),
                json.text("nameZh"),
                json.count("points"),
                json.truth("active", true),
                0);
    }

    static TierScheme tiers(JsonBody json) {
        return new TierScheme(
                constant(TierScheme.Measure.class, "measure", json),
                json.count("windowDays"),
                json.count("keepDays"),
                json.count("graceDays"),
                constant(TierScheme.Downgrade.class, "downgrade", json),
                0,
                json.objects("tiers", Reading::tier));
    }

    private static TierScheme.Tier tier(JsonBody json) {
        Long threshold = json.optionalNumber("threshold");
        Long percent = json.optionalNumber("pointsPercent");
        return new TierScheme.Tier(
                json.text("code"),
                json.text("nameEn"),
                json.text("nameZh"),
                threshold == null ? 0 : threshold,
                textOrEmpty("benefitsEn", json),
                textOrEmpty("benefitsZh", json),
                percent == null ? 100 : json.count("pointsPercent"),
                json.optionalText("priceList"));
    }

    static Segment segment(@Nullable UUID id, JsonBody json) {
        return new Segment(id, json.text("code"), json.text("nameEn"), json.text("nameZh"), conditions(json), 0, null);
    }

    static List<List<Segment.Condition>> conditions(JsonBody json) {
        return json.objects("all", group -> group.objects("any", Reading::condition));
    }

    private static Segment.Condition condition(JsonBody json) {
        Long days = json.optionalNumber("windowDays");
        return new Segment.Condition(
                constant(Segment.Field.class, "field", json),
                constant(Segment.Comparison.class, "comparison", json),
                json.texts("values"),
                days == null ? 0 : json.count("windowDays"));
    }

    static @Nullable LocalDate day(String name, JsonBody json) {
        String text = json.optionalText(name);
        try {
            return text == null ? null : CalendarDay.parse(text);
        } catch (DateTimeException noDay) {
            throw json.invalid(name);
        }
    }

    private static String textOrEmpty(String name, JsonBody json) {
        String text = json.optionalText(name);
        return text == null ? "" : text;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name, JsonBody json) {
        try {
            return Enum.valueOf(type, json.text(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw json.invalid(name);
        }
    }
}
