package org.walletcounter.promotions;

import java.util.List;
import java.util.UUID;

/**
 * What goes back for returned goods (退款计算). Over all returns of a sale, in any parts and order, the sums end exactly where
 * the sale began. Money is what was paid for the goods, less what is withheld, less what was given before.
 *
 * @param money in minor units, zero or more
 * @param points spent points that go back
 * @param goods what was paid for the returned goods, before anything is withheld
 * @param withheld what is kept back of that because discounts on kept goods no longer stand; negative when an earlier return
 *     had more kept back than now needed
 * @param given what of it went back before whatever the goods, as an amount; zero or more
 * @param reversals by source and funder: how much of each reduction is undone
 * @param promisesBack the part of what was promised that falls away: gifts to be handed back, credits, tickets
 * @param vouchersBack holdings of vouchers that are free again, because the last piece that they reduced is back and, where
 *     what is kept is priced anew, nothing of it could have them; once for each voucher
 */
public record RefundPlan(
        long money,
        long points,
        long goods,
        long withheld,
        long given,
        List<Reversal> reversals,
        List<PromiseBack> promisesBack,
        List<UUID> vouchersBack) {

    /** Keeps copies. */
    public RefundPlan {
        reversals = List.copyOf(reversals);
        promisesBack = List.copyOf(promisesBack);
        vouchersBack = List.copyOf(vouchersBack);
    }

    /** The same plan, as far as some of its reversals go. */
    public RefundPlan reversing(List<Reversal> some) {
        return new RefundPlan(money, points, goods, withheld, given, some, promisesBack, vouchersBack);
    }

    /** The same plan, as far as some of its promises go. */
    public RefundPlan promising(List<PromiseBack> some) {
        return new RefundPlan(money, points, goods, withheld, given, reversals, some, vouchersBack);
    }

    /**
     * So much of a reduction is undone and returns to who funded it.
     *
     * @param amount below zero when the kept goods, priced anew, get more of it than before
     */
    public record Reversal(UUID sourceId, UUID campaignId, String party, long amount) {}

    /**
     * So much of a promise falls away. A sale may promise the same twice: two vouchers of a campaign, the stages of a pack.
     *
     * @param line which one of the quote's promises, counted from 1
     * @param part what falls away of it, with its part of the worth
     */
    public record PromiseBack(int line, Promise part) {}
}
