package org.walletcounter.vouchers.internal.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.vouchers.VoucherError;

/**
 * How much a voucher can be said to take off. A checkout that sets one aside names the saving itself; believed unseen, one
 * voucher could keep its campaign's whole budget from all others.
 */
public final class SavingRules {

    private SavingRules() {}

    /** The campaign's terms can take so much off. Terms without an upper bound leave it to the budget. */
    public static void requirePossible(Campaign campaign, Money saving) {
        if (!saving.currency().equals(campaign.currency())) {
            throw new CounterException(VoucherError.OTHER_CURRENCY, campaign.currency());
        }
        Long most = most(campaign.form().terms().terms().benefit());
        if (most != null && saving.minor() > most) {
            throw new CounterException(VoucherError.MORE_THAN_IT_SAVES, Money.of(most, campaign.currency()));
        }
    }

    /** The most that a benefit takes off, whatever is in the basket; null: there is no end to it. */
    private static @Nullable Long most(Benefit benefit) {
        if (benefit instanceof Benefit.AmountOff amount) {
            return amount.off();
        }
        if (benefit instanceof Benefit.TenderOff tender) {
            return tender.off();
        }
        if (benefit instanceof Benefit.Ladder ladder) {
            List<Benefit.Ladder.Step> steps = ladder.steps();
            return steps.get(steps.size() - 1).off();
        }
        return onlyPromises(benefit) ? Long.valueOf(0) : cap(benefit);
    }

    /** What grows with the basket may have a cap. */
    private static @Nullable Long cap(Benefit benefit) {
        if (benefit instanceof Benefit.PercentOff percent) {
            return percent.most();
        }
        if (benefit instanceof Benefit.EachFull full) {
            return full.most();
        }
        return benefit instanceof Benefit.BirthdayTreat treat ? treat.most() : null;
    }

    /** A gift, cash-back or vouchers come on top: the price stays as it is. */
    private static boolean onlyPromises(Benefit benefit) {
        return benefit instanceof Benefit.GiftLadder
                || benefit instanceof Benefit.CashBack
                || benefit instanceof Benefit.WelcomePack;
    }
}
