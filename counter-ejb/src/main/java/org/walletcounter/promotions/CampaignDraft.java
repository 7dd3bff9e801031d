package org.walletcounter.promotions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * What somebody writes down for a campaign (活动草稿).
 *
 * @param until null for a campaign without an end
 */
public record CampaignDraft(
        Terms terms, Instant from, @Nullable Instant until, Limits limits) {

    /** Refuses an end before the beginning. */
    public CampaignDraft {
        if (until != null && !until.isAfter(from)) {
            throw CounterException.at("until", PromotionError.ENDS_BEFORE_BEGINNING);
        }
    }

    /**
     * How much a campaign may give, in all its versions together; null means without limit. Each limit is an account on the
     * ledger, so it is never passed; one that a later version has lowered may be, by sales of the same moment.
     *
     * @param budget what it may cost in all, in minor units of the terms' currency
     * @param total to how many sales, in all
     * @param day to how many sales on one business day
     * @param store to how many sales of one store
     * @param person to how many sales of one member
     */
    public record Limits(
            @Nullable Long budget,
            @Nullable Long total,
            @Nullable Long day,
            @Nullable Long store,
            @Nullable Long person) {

        /** No limits. */
        public static final Limits NONE = new Limits(null, null, null, null, null);

        /** Refuses limits that allow nothing. */
        public Limits {
            requireSome("budget", budget);
            requireSome("total", total);
            requireSome("day", day);
            requireSome("store", store);
            requireSome("person", person);
        }

        private static void requireSome(String field, @Nullable Long limit) {
            if (limit != null) {
                Sound.positive(field, limit);
            }
        }
    }
}
