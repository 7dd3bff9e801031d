package org.walletcounter.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Promise;

/**
 * What a campaign did to sales (活动效果).
 *
 * @param baskets what sales came to with it and without
 * @param funders who pays for it; their parts add up to the whole
 * @param stores dearest first
 * @param days those on which anything happened, oldest first
 * @param sales how many there were in all, and what they came to: what the campaign's are a part of
 * @param given what it gave besides a lower price
 * @param vouchers what became of its vouchers; null for a promotion
 * @param uplift what it changed, told by those that it is kept from; null for one that is kept from nobody
 */
public record CampaignResult(
        UUID campaignId,
        Kind kind,
        LocalDate from,
        LocalDate to,
        Effect whole,
        Baskets baskets,
        List<ByFunder> funders,
        List<ByStore> stores,
        List<ByDay> days,
        Everything sales,
        List<Given> given,
        @Nullable VoucherLife vouchers,
        @Nullable Uplift uplift) {

    /** The same with an uplift. */
    public CampaignResult with(@Nullable Uplift found) {
        return new CampaignResult(
                campaignId, kind, from, to, whole, baskets, funders, stores, days, sales, given, vouchers, found);
    }

    /** What kind of campaign it is. */
    public enum Kind {
        /** A promotion (促销). */
        PROMOTION,
        /** A voucher campaign (优惠券). */
        VOUCHER
    }

    /**
     * What it did.
     *
     * @param sales reached, each once; cancelled ones left out
     * @param uses as sales, but for vouchers each that was used
     * @param pieces of those sales
     * @param list those sales at list prices
     * @param paid what customers paid for them in the end, before returns
     * @param reduction what this campaign took off
     * @param undone what returns gave back of it
     * @param cost reduction less undone
     */
    public record Effect(
            long sales, long uses, long pieces, Money list, Money paid, Money reduction, Money undone, Money cost) {}

    /** All sales of these days: how many, and what customers paid. */
    public record Everything(long count, Money paid) {}

    /**
     * Things that it gave with sales that stand.
     *
     * @param what the SKU of a gift, the id of a voucher campaign, a lottery's code; null for credit
     * @param sales with how many sales
     * @param promised pieces, vouchers, tickets; for credit minor units
     * @param takenBack how many of them returns took back
     * @param waiting how many are not due yet
     * @param failed how many could not be given, and are not taken back
     * @param worth what those that were neither taken back nor failed are worth
     */
    public record Given(
            Promise.Kind kind,
            @Nullable String what,
            long sales,
            long promised,
            long takenBack,
            long waiting,
            long failed,
            Money worth) {}

    /** What a sale came to on average, with the campaign and without it; null where there was none. */
    public record Baskets(@Nullable Money with, @Nullable Money without) {}

    /**
     * One who pays.
     *
     * @param party as campaigns name it: "merchant", "supplier:…", "merchant:&lt;id&gt;"
     */
    public record ByFunder(String party, Money reduction, Money undone, Money cost) {}

    /** A store's part. */
    public record ByStore(UUID storeId, Effect effect) {}

    /** A business day's part. */
    public record ByDay(LocalDate day, Effect effect) {}

    /**
     * What became of vouchers on these days, but {@code inHand}, which is now.
     *
     * @param given that came into a first hand
     * @param used uses that were not called back
     * @param hoursToUse whole hours from coming into the hand to use, on average; null where none was used
     * @param ways how many came which way: TAKEN, GRANTED, EVENT, CODE, GENERIC
     */
    public record VoucherLife(
            long given,
            long used,
            long expired,
            long withdrawn,
            long inHand,
            @Nullable Long hoursToUse,
            List<Way> ways) {}

    /** A way in which vouchers came into hands. */
    public record Way(String way, long given) {}
}
