package org.walletcounter.loyalty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How members rise and fall (等级规则). Who reaches a tier is in it at once. Who has fallen below it stays while it is kept
 * and through the grace, and then falls.
 *
 * @param windowDays over how many days back is measured; zero for ever
 * @param keepDays how long a tier is kept at least from the day it was entered
 * @param graceDays how long after a member was found to be below it they still stay
 * @param version counts the changes
 * @param tiers from the lowest up; a member below the first is in none
 */
public record TierScheme(
        Measure measure,
        int windowDays,
        int keepDays,
        int graceDays,
        Downgrade downgrade,
        int version,
        List<Tier> tiers) {

    /** What is measured. */
    public enum Measure {
        /** What was paid less what was refunded, in minor units. */
        SPEND,
        /** Payments of which not everything came back, also those that a voucher paid for wholly. */
        VISITS,
        /** Points earned by purchases less points taken back. */
        POINTS
    }

    /** How far who falls falls. */
    public enum Downgrade {
        /** To the next lower tier. */
        ONE_DOWN,
        /** To the tier that the measure gives. */
        BY_BALANCE
    }

    /**
     * A tier (等级).
     *
     * @param threshold the measure that enters it
     * @param pointsPercent how many percent of the points its members earn, where a programme says nothing else
     * @param priceList the code of the price list that holds for its members, or null
     */
    public record Tier(
            String code,
            String nameEn,
            String nameZh,
            long threshold,
            String benefitsEn,
            String benefitsZh,
            int pointsPercent,
            @Nullable String priceList) {

        /** The name in a language: Chinese for "zh", else English. */
        public String name(String language) {
            return language.startsWith("zh") ? nameZh : nameEn;
        }
    }
}
