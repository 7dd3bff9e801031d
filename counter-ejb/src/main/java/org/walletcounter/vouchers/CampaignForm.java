package org.walletcounter.vouchers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.VoucherTerms;

/**
 * What a manager says of a campaign (券活动).
 *
 * @param code short and unique within the merchant, as in "SPRING-10"
 * @param texts what people read
 * @param terms what a voucher does in a basket and when, as promotions read it
 * @param giving how vouchers come into a hand
 * @param validity when a voucher can be used
 * @param quantity how many there are
 * @param keeping what may be done with one later
 * @param parties who honours and funds it; empty: the merchant alone
 */
public record CampaignForm(
        String code,
        Texts texts,
        VoucherTerms terms,
        Giving giving,
        Validity validity,
        Quantity quantity,
        Keeping keeping,
        List<Party> parties) {

    /** What sort of voucher it is: its benefit says so. */
    public Kind kind() {
        Benefit benefit = terms.terms().benefit();
        if (benefit instanceof Benefit.FreeItems) {
            return Kind.EXCHANGE;
        }
        if (benefit instanceof Benefit.GiftLadder || benefit instanceof Benefit.BuyGet) {
            return Kind.GIFT;
        }
        return benefit instanceof Benefit.PercentOff || benefit instanceof Benefit.NthItem ? Kind.PERCENT : Kind.AMOUNT;
    }

    /** The same with other terms. */
    public CampaignForm promising(VoucherTerms other) {
        return new CampaignForm(code, texts, other, giving, validity, quantity, keeping, parties);
    }

    /** The sorts of voucher. */
    public enum Kind {
        /** So much off (代金券、满减券). */
        AMOUNT,
        /** A part of the price off (折扣券). */
        PERCENT,
        /** Something with the purchase (赠品券). */
        GIFT,
        /** Something for the voucher (兑换券). */
        EXCHANGE
    }

    /** How vouchers come into a hand. */
    public enum Way {
        /** The customer takes one. */
        TAKE,
        /** The staff or a campaign over a segment grants them. */
        GRANT,
        /** Something that happens brings one. */
        EVENT,
        /** By unique codes, sent to a partner or printed. */
        CODE
    }

    /** What brings a voucher. */
    public enum Event {
        /** Somebody became a member. */
        WELCOME,
        /** It is somebody's birthday. */
        BIRTHDAY,
        /** Somebody has not bought for so many days. */
        LAPSED,
        /** Somebody bought for at least so much. */
        PURCHASE
    }

    /** Name and small print in both languages. */
    public record Texts(String nameEn, String nameZh, String noteEn, String noteZh) {}

    /**
     * How vouchers come into a hand.
     *
     * @param event for {@link Way#EVENT}
     * @param eventDays for {@link Event#LAPSED}: without a purchase for so long
     * @param eventAmount for {@link Event#PURCHASE}: from so much on
     * @param genericCode one code that everybody may use, if there is one
     */
    public record Giving(
            Way way,
            @Nullable Event event,
            @Nullable Integer eventDays,
            @Nullable Money eventAmount,
            Instant from,
            Instant until,
            @Nullable String genericCode) {}

    /**
     * When a voucher can be used: from–until for all of them, or {@code after} days from when it was had, for {@code days}.
     */
    public record Validity(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Integer after,
            @Nullable Integer days) {}

    /**
     * How many there are.
     *
     * @param total in all; null: as many as are asked for
     * @param perDay on one business day; wants a total
     * @param perPerson for one person, ever; a birthday brings its one in each year whatever came before
     * @param budget the most that all redemptions together may cost
     * @param currency of the vouchers and the budget
     */
    public record Quantity(
            @Nullable Long total,
            @Nullable Long perDay,
            @Nullable Integer perPerson,
            @Nullable Long budget,
            String currency) {}

    /**
     * What may be done with a voucher.
     *
     * @param givable whether it may be given to a friend
     * @param comesBack whether it comes back when its payment is called back as a whole
     * @param remindDays so many days before it expires its holder is reminded; 0: never
     */
    public record Keeping(boolean givable, boolean comesBack, int remindDays) {}

    /**
     * A merchant that takes part.
     *
     * @param merchant its code
     * @param honours whether the voucher can be used there
     * @param share what part of each saving it bears, of ten thousand
     */
    public record Party(String merchant, boolean honours, int share) {}
}
