package org.walletcounter.promotions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * A prize of a lottery, its weight in the draw, and how many there are (奖品).
 *
 * @param code of the prize; of a gift, what the store knows it by
 * @param worth what one is worth in minor units; of money, how much it is
 * @param gives null for {@link Gives#GIFT}
 * @param points how many, of a prize in points
 * @param voucherCampaignId which voucher, of a prize that is one
 */
public record Prize(
        String code,
        Terms.Names names,
        int weight,
        int stock,
        long worth,
        @Nullable Gives gives,
        @Nullable Integer points,
        @Nullable UUID voucherCampaignId) {

    /** Refuses a prize that never comes, and one that does not say what it gives. */
    public Prize {
        Sound.text("code", code, 64);
        Sound.count("weight", weight, 1, 1_000_000);
        Sound.count("stock", stock, 0, 100_000_000);
        Sound.notNegative("worth", worth);
        if (gives == Gives.CREDIT) {
            Sound.positive("worth", worth);
        }
        requireThere("points", gives == Gives.POINTS, points);
        Sound.countIfAny("points", points, 1, 1_000_000);
        requireThere("voucherCampaignId", gives == Gives.VOUCHER, voucherCampaignId);
    }

    /** What kind of thing it is. */
    public Gives what() {
        return gives == null ? Gives.GIFT : gives;
    }

    private static void requireThere(String field, boolean asked, @Nullable Object value) {
        if (asked && value == null) {
            throw CounterException.at(field, PromotionError.FIELD_MISSING, field);
        }
    }

    /** Kinds of prize. */
    public enum Gives {
        /** A thing that is handed over at a store (实物). */
        GIFT,
        /** A voucher of a campaign (消费券). */
        VOUCHER,
        /** Points (积分). */
        POINTS,
        /** Money into the wallet (余额). */
        CREDIT
    }
}
