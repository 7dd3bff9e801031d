package org.walletcounter.loyalty;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of members by conditions (客群).
 *
 * @param id null for one that is to be made
 * @param all groups of conditions: all must hold, and of each group one
 * @param version counts the changes
 * @param members how many were in the newest snapshot, or null if there is none
 */
public record Segment(
        @Nullable UUID id,
        String code,
        String nameEn,
        String nameZh,
        List<List<Condition>> all,
        int version,
        @Nullable Integer members) {

    /** What can be asked about a member. */
    public enum Field {
        /** The language of their screens: IS, IS_NOT. */
        LANGUAGE,
        /** ACTIVE or FROZEN: IS, IS_NOT. */
        STATE,
        /** The tier's code: IS, IS_NOT. */
        TIER,
        /** The month of their birthday, from 1 to 12: IS, IS_NOT. Who has not told it is in none. */
        BIRTHDAY_MONTH,
        /** Days until their next birthday, 0 on the day itself. Who has not told it is never meant. */
        BIRTHDAY_DAYS,
        /** Days since they joined. */
        JOINED_DAYS,
        /** Points they have, pending ones included. */
        POINTS,
        /** Days since they last paid, be it with a voucher; who never paid is beyond any number. */
        RECENCY_DAYS,
        /** Payments within the window, also those that a voucher paid for wholly; not those that came back whole. */
        VISITS,
        /** What was paid less refunds within the window, in minor units. */
        SPEND,
        /** The average payment within the window, in minor units; zero without one. */
        AVERAGE,
        /** Product categories bought within the window: IS, IS_NOT. */
        CATEGORY,
        /** Stores visited within the window, by id: IS, IS_NOT. */
        STORE,
        /** From 1 to 5: recency among the members who paid within the window; 5 paid last. Without a payment 0. */
        R_SCORE,
        /** The same for how often. */
        F_SCORE,
        /** The same for how much. */
        M_SCORE
    }

    /** How it is compared. */
    public enum Comparison {
        /** It is one of the values. */
        IS,
        /** It is none of the values. */
        IS_NOT,
        /** It is the number or more. */
        AT_LEAST,
        /** It is the number or less. */
        AT_MOST
    }

    /**
     * One condition.
     *
     * @param values one number for AT_LEAST and AT_MOST, else one text or more
     * @param windowDays how many days back; needed where the field says "within the window", else zero
     */
    public record Condition(Field field, Comparison comparison, List<String> values, int windowDays) {}

    /**
     * How many members there would be.
     *
     * @param ofAll of how many members
     * @param sample some of them
     */
    public record Size(int members, int ofAll, List<UUID> sample) {}
}
