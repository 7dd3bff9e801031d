package org.walletcounter.promotions;

import java.util.List;
import java.util.UUID;

/**
 * One thing that changed a price, with its reason (优惠明细). The trace of a quote is a list of these, in the order in which
 * they were applied.
 *
 * @param step at which step
 * @param source what did it
 * @param why the reason's code and the figures for its text, as in "LADDER" 10000, 2000
 * @param base the amount it was reckoned from, in minor units
 * @param amount what it changed: below zero for a reduction, above for tax added
 * @param shares how it falls on the lines; they sum to the amount. Empty where the whole order is meant
 * @param funders who pays for it; they sum to the reduction. Empty where nobody does
 */
public record Adjustment(
        Step step, Source source, Why why, long base, long amount, List<Share> shares, List<Funder> funders) {

    /** Keeps copies. */
    public Adjustment {
        shares = List.copyOf(shares);
        funders = List.copyOf(funders);
    }

    /** The steps of a price, in their order. */
    public enum Step {
        /** Price lists and member prices. */
        PRICE_LIST,
        /** Promotions on single lines. */
        LINE,
        /** Promotions on the order. */
        ORDER,
        /** Vouchers. */
        VOUCHER,
        /** Points. */
        POINTS,
        /** Tax that is added. Tax that is contained changes nothing and is told with the line. */
        TAX,
        /** Rounding to what can be paid. */
        ROUNDING
    }

    /**
     * What did it.
     *
     * @param id the promotion's, the voucher holding's, the price list's or the points programme's; null UUID for tax and rounding
     * @param campaignId the campaign behind a voucher; else the id again
     * @param version of the terms
     */
    public record Source(UUID id, UUID campaignId, int version, Terms.Names names) {}

    /** A reason: a stable code, and figures for its text in minor units, pieces or basis points. */
    public record Why(String code, List<Long> figures) {
        /** Keeps a copy. */
        public Why {
            figures = List.copyOf(figures);
        }

        /** A reason with its figures. */
        public static Why of(String code, Long... figures) {
            return new Why(code, List.of(figures));
        }
    }

    /** A line's share of the amount. */
    public record Share(int line, long amount) {}

    /** What a party pays for it, above zero. */
    public record Funder(String party, long amount) {}
}
