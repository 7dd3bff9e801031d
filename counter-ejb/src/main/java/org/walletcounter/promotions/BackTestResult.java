package org.walletcounter.promotions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign would have done to past sales. All amounts in minor units of its currency; "before" is without it, "after"
 * with it, both beside what else is live.
 *
 * @param orders how many sales were looked at
 * @param reached in how many of them it is used
 * @param skipped how many could not be priced, because no basket may look like that any more
 * @param audiences who gains
 * @param overlaps live campaigns that meet with it, those most touched first
 * @param days what it costs day by day, those days only on which it is used
 * @param budgetUsedUpOn the day on which its budget would have been used up; null if it lasts or there is none
 * @param numberUsedUpOn the day on which it would have been given as often as it may be in all; null likewise
 * @param categories how deep its reductions go, by category, the deepest first
 */
public record BackTestResult(
        String currency,
        long orders,
        long reached,
        long skipped,
        Sums sums,
        Margin margin,
        List<Audience> audiences,
        List<Overlap> overlaps,
        List<Day> days,
        @Nullable LocalDate budgetUsedUpOn,
        @Nullable LocalDate numberUsedUpOn,
        List<Category> categories) {

    /** Keeps copies. */
    public BackTestResult {
        audiences = List.copyOf(audiences);
        overlaps = List.copyOf(overlaps);
        days = List.copyOf(days);
        categories = List.copyOf(categories);
    }

    /** Nothing looked at yet. */
    public static BackTestResult nothing(String currency) {
        return new BackTestResult(
                currency,
                0,
                0,
                0,
                new Sums(0, 0, 0, 0, 0),
                new Margin(0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    /**
     * The sums of all sales.
     *
     * @param list at list prices
     * @param before what customers pay without it
     * @param after what they pay with it; the difference is less than the cost where it takes another reduction's place
     * @param cost what it takes off itself
     * @param promised what it promises besides is worth
     */
    public record Sums(long list, long before, long after, long cost, long promised) {}

    /**
     * The margin on the goods whose cost is known.
     *
     * @param list those goods at list prices; compare with the sums' to see how much is known
     * @param goods what they cost the merchant
     * @param before revenue less that cost, without it
     * @param after the same with it
     * @param belowCost how many lines it would sell below their cost that are not below it without it
     */
    public record Margin(long list, long goods, long before, long after, long belowCost) {}

    /** How an audience is made out. */
    public enum By {
        /** "member" or "unknown". */
        PERSON,
        /** The code of the tier, of members in one. */
        TIER,
        /** The store's id. */
        STORE
    }

    /** A part of the customers: how many sales, how many reached, and what it saves them. */
    public record Audience(By by, String code, long orders, long reached, long saved) {}

    /**
     * A live campaign that meets with it.
     *
     * @param together in how many sales both are used
     * @param displaced in how many sales the other one is used only without it
     * @param lost how much less the other one takes off in all
     */
    public record Overlap(UUID campaignId, Terms.Names names, long together, long displaced, long lost) {}

    /** A business day on which it is used: how often, and what that costs, promises included. */
    public record Day(LocalDate day, long reached, long cost) {}

    /**
     * A category of goods. The benchmark is what is live gives in the category anyway, in all sales; the depth is what comes off
     * with the campaign in the sales that it reaches.
     *
     * @param benchmark in basis points of the list price
     * @param depth in basis points of the list price
     */
    public record Category(
            String category, long list, long off, long reachedList, long reachedOff, int benchmark, int depth) {}
}
