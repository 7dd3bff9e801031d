package org.walletcounter.loyalty.internal.segments;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;
import org.walletcounter.loyalty.Segment.Comparison;
import org.walletcounter.loyalty.Segment.Condition;
import org.walletcounter.loyalty.Segment.Field;

/** What conditions must be like. Each objection names the condition: its group and its place in it. */
final class ConditionRules {

    private static final int MOST_GROUPS = 20;
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_DAYS = 3650;

    /** How a field's values are written. */
    enum Form {
        /** Texts. */
        TEXT,
        /** Ids. */
        ID,
        /** Months, 1 to 12. */
        MONTH,
        /** Whole numbers, zero or more. */
        NUMBER
    }

    /** A field: the form of its values, and whether it needs a window. */
    record Trait(Form form, boolean windowed) {}

    private static final Map<Field, Trait> TRAITS = new EnumMap<>(Map.ofEntries(
            Map.entry(Field.LANGUAGE, new Trait(Form.TEXT, false)),
            Map.entry(Field.STATE, new Trait(Form.TEXT, false)),
            Map.entry(Field.TIER, new Trait(Form.TEXT, false)),
            Map.entry(Field.BIRTHDAY_MONTH, new Trait(Form.MONTH, false)),
            Map.entry(Field.BIRTHDAY_DAYS, new Trait(Form.NUMBER, false)),
            Map.entry(Field.JOINED_DAYS, new Trait(Form.NUMBER, false)),
            Map.entry(Field.POINTS, new Trait(Form.NUMBER, false)),
            Map.entry(Field.RECENCY_DAYS, new Trait(Form.NUMBER, false)),
            Map.entry(Field.VISITS, new Trait(Form.NUMBER, true)),
            Map.entry(Field.SPEND, new Trait(Form.NUMBER, true)),
            Map.entry(Field.AVERAGE, new Trait(Form.NUMBER, true)),
            Map.entry(Field.CATEGORY, new Trait(Form.TEXT, true)),
            Map.entry(Field.STORE, new Trait(Form.ID, true)),
            Map.entry(Field.R_SCORE, new Trait(Form.NUMBER, true)),
            Map.entry(Field.F_SCORE, new Trait(Form.NUMBER, true)),
            Map.entry(Field.M_SCORE, new Trait(Form.NUMBER, true))));

    private ConditionRules() {}

    static void require(List<List<Condition>> all) {
        if (all.isEmpty() || all.size() > MOST_GROUPS) {
            throw CounterException.at("all", LoyaltyError.CONDITION_INVALID, "all", "1 to " + MOST_GROUPS);
        }
        for (int group = 0; group < all.size(); group++) {
            List<Condition> conditions = all.get(group);
            if (conditions.isEmpty() || conditions.size() > MOST_CONDITIONS) {
                throw refused("all[" + group + "]", "1 to " + MOST_CONDITIONS);
            }
            for (int place = 0; place < conditions.size(); place++) {
                require("all[" + group + "][" + place + "]", conditions.get(place));
            }
        }
    }

    private static void require(String where, Condition condition) {
        Trait trait = trait(condition.field());
        boolean ordered = condition.comparison() == Comparison.AT_LEAST || condition.comparison() == Comparison.AT_MOST;
        if (ordered != (trait.form() == Form.NUMBER)) {
            throw refused(where + ".comparison", condition.comparison().name());
        }
        int lowest = trait.windowed() ? 1 : 0;
        int highest = trait.windowed() ? MOST_DAYS : 0;
        if (condition.windowDays() < lowest || condition.windowDays() > highest) {
            throw refused(where + ".windowDays", Integer.toString(condition.windowDays()));
        }
        requireValues(where, condition, trait.form());
    }

    private static void requireValues(String where, Condition condition, Form form) {
        int count = condition.values().size();
        if (count < 1 || count > (form == Form.NUMBER ? 1 : MOST_VALUES)) {
            throw refused(where + ".values", Integer.toString(count));
        }
        Predicate<String> fits = fitting(form);
        for (String value : condition.values()) {
            if (!fits.test(value)) {
                throw refused(where + ".values", value);
            }
        }
    }

    static Trait trait(Field field) {
        Trait trait = TRAITS.get(field);
        if (trait == null) {
            throw new IllegalStateException("Nobody has said how " + field + " is asked.");
        }
        return trait;
    }

    private static Predicate<String> fitting(Form form) {
        return switch (form) {
            case TEXT -> value -> !value.isBlank() && value.length() <= LONGEST_VALUE;
            case ID -> ConditionRules::isId;
            case MONTH -> value -> value.matches("[1-9]|1[0-2]");
            case NUMBER -> value -> value.matches("[0-9]{1,15}");
        };
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equalsIgnoreCase(value);
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    private static CounterException refused(String where, String found) {
        return CounterException.at(where, LoyaltyError.CONDITION_INVALID, where, found);
    }
}
