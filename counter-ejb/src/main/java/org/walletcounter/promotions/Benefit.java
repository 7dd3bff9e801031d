package org.walletcounter.promotions;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;

/**
 * What a promotion or voucher gives (优惠方式). Each kind is reckoned by one class in {@code promotions.internal.effects}.
 * Amounts are minor units of the terms' currency; basis points are hundredths of a percent. "The goods" are those that the
 * terms act on.
 */
public sealed interface Benefit {

    /** So much off the goods (立减), never more than they cost. */
    record AmountOff(long off) implements Benefit {
        /** Refuses nothing. */
        public AmountOff {
            Sound.positive("off", off);
        }
    }

    /** Spend so much, get so much off; the highest step reached counts (满减). */
    record Ladder(List<Ladder.Step> steps) implements Benefit {
        /** Refuses steps that do not rise. */
        public Ladder {
            steps = List.copyOf(steps);
            Sound.filled("steps", steps);
            for (int i = 1; i < steps.size(); i++) {
                Sound.rising("steps[" + i + "].from", steps.get(i - 1).from, steps.get(i).from);
                Sound.rising("steps[" + i + "].off", steps.get(i - 1).off, steps.get(i).off);
            }
        }

        /** From so much on, so much off. */
        public record Step(long from, long off) {
            /** Refuses what would give the goods away. */
            public Step {
                Sound.positive("from", from);
                Sound.positive("off", off);
                requireBelow("off", off, from);
            }
        }
    }

    /**
     * So much off for every so much spent (每满减).
     *
     * @param most the most it gives in all, or null
     */
    record EachFull(long each, long off, @Nullable Long most) implements Benefit {
        /** Refuses what would give the goods away. */
        public EachFull {
            Sound.positive("each", each);
            Sound.positive("off", off);
            requireBelow("off", off, each);
            requireCap(most);
        }
    }

    /**
     * A percentage off (折扣).
     *
     * @param most the most it gives in all, or null
     */
    record PercentOff(int basisPoints, @Nullable Long most) implements Benefit {
        /** Refuses nothing. */
        public PercentOff {
            Sound.share("basisPoints", basisPoints);
            requireCap(most);
        }
    }

    /** Each piece at this price (一口价); dearer pieces only. */
    record FixedPrice(long unitAmount) implements Benefit {
        /** Refuses a negative price. */
        public FixedPrice {
            Sound.notNegative("unitAmount", unitAmount);
        }
    }

    /**
     * Every n-th piece cheaper; of each n the cheapest (第二件半价).
     *
     * @param nth 2 for "second at half price"
     */
    record NthItem(int nth, int basisPoints) implements Benefit {
        /** Refuses what is no n-th item. */
        public NthItem {
            Sound.count("nth", nth, 2, 100);
            Sound.share("basisPoints", basisPoints);
        }
    }

    /**
     * Buy so many of the goods, get so many of the choices cheaper or free (买赠). The cheapest choices in the basket are
     * given; what is given does not count as bought.
     */
    record BuyGet(int buy, int get, Selection choices, int basisPoints) implements Benefit {
        /** Refuses no pieces. */
        public BuyGet {
            Sound.count("buy", buy, 1, 100);
            Sound.count("get", get, 1, 100);
            Sound.share("basisPoints", basisPoints);
        }
    }

    /** A set of goods for one price (套餐价). */
    record Bundle(List<Bundle.Slot> slots, long price) implements Benefit {
        /** Refuses a bundle of nothing. */
        public Bundle {
            slots = List.copyOf(slots);
            Sound.filled("slots", slots);
            Sound.notNegative("price", price);
        }

        /** One place in the bundle: so many pieces of these. */
        public record Slot(Selection of, int pieces) {
            /** Refuses an empty place. */
            public Slot {
                Sound.count("pieces", pieces, 1, 100);
            }
        }
    }

    /** Spend so much, get a gift; the highest step reached counts (满赠). */
    record GiftLadder(List<GiftLadder.Step> steps) implements Benefit {
        /** Refuses steps that do not rise. */
        public GiftLadder {
            steps = List.copyOf(steps);
            Sound.filled("steps", steps);
            for (int i = 1; i < steps.size(); i++) {
                Sound.rising("steps[" + i + "].from", steps.get(i - 1).from, steps.get(i).from);
            }
        }

        /**
         * From so much on, one of these; the first that is in stock.
         *
         * @param from zero for "without a threshold"
         */
        public record Step(long from, List<Present> choices) {
            /** Refuses an empty choice. */
            public Step {
                choices = List.copyOf(choices);
                Sound.notNegative("from", from);
                Sound.filled("choices", choices);
            }
        }

        /** A product given away, with what one piece is worth. */
        public record Present(String sku, Terms.Names names, int quantity, long worth) {
            /** Refuses a gift without a name. */
            public Present {
                Sound.text("sku", sku, 64);
                Sound.count("quantity", quantity, 1, 1_000);
                Sound.notNegative("worth", worth);
            }
        }
    }

    /** A percentage off that depends on the hour (欢乐时光). The first slot that fits counts. */
    record HappyHour(List<HappyHour.Slot> slots) implements Benefit {
        /** Refuses no hours. */
        public HappyHour {
            slots = List.copyOf(slots);
            Sound.filled("slots", slots);
        }

        /** From a time of day, inclusive, to another, exclusive; past midnight if that is earlier. */
        public record Slot(LocalTime from, LocalTime until, int basisPoints) {
            /** Refuses nothing. */
            public Slot {
                Sound.share("basisPoints", basisPoints);
            }
        }
    }

    /** A percentage off by the member's tier (会员价、等级价). */
    record TierPrice(Map<String, Integer> basisPointsByTier) implements Benefit {
        /** Refuses no tier. */
        public TierPrice {
            basisPointsByTier = Map.copyOf(basisPointsByTier);
            Sound.filled("basisPointsByTier", basisPointsByTier.keySet());
            basisPointsByTier.forEach((tier, share) -> Sound.share("basisPointsByTier." + tier, share));
        }
    }

    /** A percentage off around the member's birthday (生日礼遇). */
    record BirthdayTreat(
            int daysBefore,
            int daysAfter,
            int basisPoints,
            @Nullable Long most) implements Benefit {
        /** Refuses nothing. */
        public BirthdayTreat {
            Sound.count("daysBefore", daysBefore, 0, 180);
            Sound.count("daysAfter", daysAfter, 0, 180);
            Sound.share("basisPoints", basisPoints);
            requireCap(most);
        }
    }

    /** Vouchers for a new customer, released in stages after the first purchase (新客礼包). */
    record WelcomePack(List<Stage> stages) implements Benefit {
        /** Refuses an empty pack. */
        public WelcomePack {
            stages = List.copyOf(stages);
            Sound.filled("stages", stages);
        }

        /**
         * Vouchers of a campaign, so many days after the purchase.
         *
         * @param worth what one is reckoned to be worth, in minor units
         */
        public record Stage(UUID voucherCampaignId, int count, int afterDays, long worth) {
            /** Refuses no vouchers. */
            public Stage {
                Sound.count("count", count, 1, 100);
                Sound.count("afterDays", afterDays, 0, 3_650);
                Sound.notNegative("worth", worth);
            }
        }
    }

    /** So much off from so much on, for those who pay with one of these tenders (支付立减). */
    record TenderOff(Set<String> tenders, long from, long off) implements Benefit {
        /** Refuses what would give the goods away. */
        public TenderOff {
            tenders = Set.copyOf(tenders);
            Sound.filled("tenders", tenders);
            Sound.positive("from", from);
            Sound.positive("off", off);
            requireBelow("off", off, from);
        }
    }

    /**
     * A random amount off with published odds (随机立减). Who prices a sale draws for it first and says the number here, so the
     * price stays a function of what is said; {@link Draws} has the seed and the proof.
     *
     * @param drawn the sale's number, from 0 up to and without the sum of all weights; null where nobody has drawn: in a
     *     campaign's own terms and in trials, which rehearse with a number of their own
     */
    record RandomOff(@Nullable Long drawn, List<Chance> chances) implements Benefit {
        /** Refuses no chances. */
        public RandomOff {
            chances = List.copyOf(chances);
            Sound.filled("chances", chances);
        }

        /** Not drawn for anybody. */
        public RandomOff(List<Chance> chances) {
            this(null, chances);
        }

        /** The sum of all weights. */
        public long weights() {
            return chances.stream().mapToLong(Chance::weight).sum();
        }

        /** So many chances in the sum of all weights for so much off. */
        public record Chance(int weight, long off) {
            /** Refuses a chance that never comes. */
            public Chance {
                Sound.count("weight", weight, 1, 1_000_000);
                Sound.notNegative("off", off);
            }
        }
    }

    /** A percentage back as a credit that is pending for some days (返现). */
    record CashBack(int basisPoints, @Nullable Long most, int pendingDays) implements Benefit {
        /** Refuses nothing. */
        public CashBack {
            Sound.share("basisPoints", basisPoints);
            requireCap(most);
            Sound.count("pendingDays", pendingDays, 0, 3_650);
        }
    }

    /** A percentage off by the days that goods have left (临期清仓). The lowest step that is not below counts. */
    record Clearance(List<Clearance.Step> steps) implements Benefit {
        /** Refuses steps that do not rise. */
        public Clearance {
            steps = List.copyOf(steps);
            Sound.filled("steps", steps);
            for (int i = 1; i < steps.size(); i++) {
                Sound.rising("steps[" + i + "].daysLeft", steps.get(i - 1).daysLeft, steps.get(i).daysLeft);
            }
        }

        /** With so many days left or fewer, a percentage off. */
        public record Step(int daysLeft, int basisPoints) {
            /** Refuses nothing. */
            public Step {
                Sound.count("daysLeft", daysLeft, 0, 3_650);
                Sound.share("basisPoints", basisPoints);
            }
        }
    }

    /**
     * Tickets for a lottery (抽奖): one for every so much spent. The customer draws when they like, until some days after the
     * campaign's end; see {@link Draws} for the seed and the proof.
     *
     * @param mostTickets the most tickets of one sale
     * @param blank the weight of "no prize"; null for none
     * @param drawDays how many days after the campaign's end tickets can still be drawn; null for {@link #USUAL_DAYS}
     * @param draws how many tickets one member may draw in all; null for any number
     * @param wins how many prizes one member may win in all; null for any number
     * @param substitute the code of the prize that stands in for one that is gone; null: the draw is a blank then
     */
    record Lottery(
            long each,
            int mostTickets,
            @Nullable Integer blank,
            @Nullable Integer drawDays,
            @Nullable Integer draws,
            @Nullable Integer wins,
            @Nullable String substitute,
            List<Prize> prizes)
            implements Benefit {

        /** How long tickets can be drawn after the end when nothing is said. */
        public static final int USUAL_DAYS = 7;

        /** Refuses no prizes, a code twice, and a substitute that is no prize. */
        public Lottery {
            prizes = List.copyOf(prizes);
            Sound.positive("each", each);
            Sound.count("mostTickets", mostTickets, 1, 100);
            Sound.countIfAny("blank", blank, 0, 100_000_000);
            Sound.countIfAny("drawDays", drawDays, 0, 365);
            Sound.countIfAny("draws", draws, 1, 1_000);
            Sound.countIfAny("wins", wins, 1, 1_000);
            Sound.filled("prizes", prizes);
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < prizes.size(); i++) {
                if (!codes.add(prizes.get(i).code())) {
                    throw CounterException.at("prizes[" + i + "].code", PromotionError.PRIZE_CODE_TWICE);
                }
            }
            if (substitute != null && !codes.contains(substitute)) {
                throw CounterException.at("substitute", PromotionError.SUBSTITUTE_UNKNOWN, substitute);
            }
        }

        /** The weight of "no prize". */
        public int blanks() {
            return blank == null ? 0 : blank;
        }

        /** How many days after the end tickets can be drawn. */
        public int daysToDraw() {
            return drawDays == null ? USUAL_DAYS : drawDays;
        }

        /** The sum of all weights, the blank's among them. */
        public long weights() {
            return blanks() + prizes.stream().mapToLong(Prize::weight).sum();
        }

        /** The prize with this code, if there is one. */
        public Optional<Prize> prize(String code) {
            return prizes.stream().filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /** So many of the goods in the basket free, the dearest first: an exchange voucher (兑换券). */
    record FreeItems(int pieces) implements Benefit {
        /** Refuses no pieces. */
        public FreeItems {
            Sound.count("pieces", pieces, 1, 1_000);
        }
    }

    private static void requireBelow(String field, long off, long from) {
        if (off >= from) {
            throw CounterException.at(field, PromotionError.REDUCTION_REACHES_THRESHOLD);
        }
    }

    private static void requireCap(@Nullable Long most) {
        if (most != null) {
            Sound.positive("most", most);
        }
    }
}
