package org.walletcounter.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Terms;

/**
 * A member's plan of a month, from their own purchases (月度消费计划).
 *
 * <p>A purchase is a payment that succeeded and was not called back; top-ups and taps at gates are none. It counts in the month
 * of its business day, with what is left of it after refunds, whenever those were: so nothing is ever below zero. All amounts
 * are in the merchant's currency; purchases in another are left out.
 *
 * <p>What is usual is the median of the up to three whole months before this one: of three the middle one, of two their mean,
 * rounded down to a minor unit. A month without purchases counts with nothing, but months before the member's first purchase
 * do not count. Medians do not add up: the whole's is the median of the whole months, not the sum of the categories'. What was
 * spent does add up.
 *
 * @param categories what matters most first; at most twelve, and last, with an empty category, all that is in none of them
 * @param limit the member's own, or null
 * @param inHand vouchers that the member holds and could use on the usual purchase, what saves most first; of equals, the one
 *     that expires first
 * @param toTake those that the member could take; empty for staff
 * @param toGrant those that staff could grant; empty for members
 */
public record SpendingPlan(
        UUID memberId,
        Month month,
        Amounts whole,
        List<OfCategory> categories,
        Habit habit,
        @Nullable Limit limit,
        List<Fitting> inHand,
        List<Fitting> toTake,
        List<Fitting> toGrant) {

    /** Keeps copies. */
    public SpendingPlan {
        categories = List.copyOf(categories);
        inHand = List.copyOf(inHand);
        toTake = List.copyOf(toTake);
        toGrant = List.copyOf(toGrant);
    }

    /**
     * Which month, in the merchant's business days, both ends included.
     *
     * @param seen how many whole months before it count; 0: there is too little history to say what is usual
     */
    public record Month(LocalDate from, LocalDate until, LocalDate today, int seen) {}

    /**
     * What is usual in a month and what was spent in this one: usual is spent and left.
     *
     * @param usual null while there is too little history
     * @param left below zero where more was spent than usual; null with {@code usual}
     */
    public record Amounts(
            @Nullable Money usual, Money spent, @Nullable Money left) {}

    /** The amounts of a category. */
    public record OfCategory(String category, Amounts amounts) {}

    /**
     * How the member buys.
     *
     * @param purchases in this month so far, those that came back as a whole left out
     * @param usualPurchases the median number in a month, rounded down; null while there is too little history
     * @param usualPurchase the median of what purchases cost in these months; null where there was none
     * @param like the purchase that vouchers are tried on; null where there is none
     */
    public record Habit(
            int purchases,
            @Nullable Integer usualPurchases,
            @Nullable Money usualPurchase,
            @Nullable Like like) {}

    /**
     * A purchase that cost nearest to the usual and was kept whole; of equals the newest.
     *
     * @param cost what it cost
     * @param price what the same goods would cost on such a weekday and hour with what is on offer now, without any voucher
     */
    public record Like(UUID paymentId, LocalDate day, Money cost, Money price) {}

    /**
     * What the member wants to spend at the most.
     *
     * @param left below zero when more was spent
     * @param share what was spent of it, in basis points, rounded down
     */
    public record Limit(Money amount, Money left, long share, State state) {

        /** How far it is used. */
        public enum State {
            /** Less than four fifths. */
            FINE,
            /** Four fifths or more, and not more than all. */
            NEAR,
            /** More than all. */
            OVER
        }
    }

    /**
     * A voucher and what it would save on the usual purchase, as the prices reckon it. What a voucher gives besides money off
     * (a gift) is not counted.
     *
     * @param id the voucher's, or the campaign's where it is not in hand yet
     * @param names what people call it
     * @param from from so much in the goods it acts on; 0: no threshold
     * @param count how many of the same are in hand; 1 for those that are not
     * @param until when it expires, or for how long it is given out
     * @param saving what it would save; zero where it takes {@code more}
     * @param more what a little more would save, where the prices say so; or null
     */
    public record Fitting(
            UUID id,
            UUID campaignId,
            Terms.Names names,
            long from,
            int count,
            @Nullable Instant until,
            Money saving,
            @Nullable More more) {}

    /** Add goods for so much, and so much comes off that does not now. */
    public record More(Money add, Money save) {}
}
