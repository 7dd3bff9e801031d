package org.walletcounter.bench.goals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.PointsOffer;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Selection;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;
import org.walletcounter.promotions.VoucherOffer;
import org.walletcounter.promotions.VoucherTerms;

/** The hardest price a till asks for, drawn from a seed: a big shop on a busy day and a customer with a full purse. */
final class BusyShop {

    private static final int LINES = 30;
    private static final int VOUCHERS = 20;
    private static final int FIRST_OF_THE_ORDER = 9;
    private static final int FIRST_EXTRA = 16;
    private static final int FIRST_OF_A_PLATFORM = 12;
    private static final int FIRST_THAT_GOES_WITH_ALL = 17;
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    private static final Instant EARLIER = NOON.minusDays(30).toInstant();
    private static final Shopper SHOPPER =
            new Shopper(new UUID(7, 7), "gold", Set.of("regulars"), LocalDate.of(1990, 11, 21), true, EARLIER);
    private static final List<String> SHELVES = List.of("tea", "cups", "cake", "cards", "lamps", "bags");
    private static final Stacking ITEM = new Stacking("item", Stacking.ANY, 1, Set.of(), 0, Stacking.Base.DISCOUNTED);
    private static final Stacking ORDER = new Stacking("order", 2, Stacking.ANY, Set.of(), 0, Stacking.Base.DISCOUNTED);
    private static final Stacking SHOP = new Stacking("shop", 3, Stacking.ANY, Set.of(), 0, Stacking.Base.DISCOUNTED);

    private final Random random;

    BusyShop(long seed) {
        random = new Random(seed);
    }

    /** Twenty promotions that all apply: nine of goods, one of which may reduce a category; seven of the order, two of which may meet; extras. */
    Offers offers() {
        List<Promotion> drawn = new ArrayList<>();
        for (int i = 0; i < FIRST_OF_THE_ORDER; i++) {
            Selection on = Selection.ofCategories(SHELVES.get(i % SHELVES.size()));
            drawn.add(promotion(i, itemBenefit(i, on), on, ITEM));
        }
        for (int i = FIRST_OF_THE_ORDER; i < FIRST_EXTRA; i++) {
            Selection on = random.nextInt(3) > 0 ? Selection.ALL : twoShelves();
            drawn.add(promotion(i, orderBenefit(), on, ORDER));
        }
        List<Benefit> extras = List.of(
                gift(),
                new Benefit.CashBack(300, 2_000L, 14),
                new Benefit.TenderOff(Set.of("WALLET"), 8_000, 300 + random.nextInt(500)),
                new Benefit.BirthdayTreat(3, 3, 500, 3_000L));
        for (Benefit extra : extras) {
            drawn.add(promotion(drawn.size(), extra, Selection.ALL, Stacking.FREE));
        }
        return new Offers(drawn, List.of());
    }

    /** Thirty lines and twenty different vouchers, most of the shop's own (three an order), some of a platform (one), three that go with all. */
    QuoteRequest customer() {
        List<Basket.Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(line(i));
        }
        List<VoucherOffer> vouchers = new ArrayList<>();
        for (int i = 0; i < VOUCHERS; i++) {
            Selection on = i % 3 == 0 ? twoShelves() : Selection.ALL;
            Stacking stacking = i < FIRST_OF_A_PLATFORM
                    ? SHOP
                    : i < FIRST_THAT_GOES_WITH_ALL ? Stacking.oneOf("platform") : Stacking.FREE;
            vouchers.add(voucher(i, on, stacking));
        }
        Basket.Place place = new Basket.Place(null, null, "till", "retail", Set.of("WALLET"), Set.of("cup1"));
        return new QuoteRequest(
                new Basket("sale " + random.nextInt(), "CNY", lines, place, Basket.PriceRules.PLAIN),
                SHOPPER,
                new Holdings(vouchers, points()),
                QuoteRequest.Wishes.NONE,
                NOON);
    }

    private Basket.Line line(int number) {
        String shelf = SHELVES.get(number % SHELVES.size());
        return new Basket.Line(
                number + 1,
                shelf + number,
                shelf,
                "",
                Set.of(),
                1 + random.nextInt(3),
                300 + random.nextInt(5_000),
                number % 2 == 0 ? 600 : 1_300,
                random.nextInt(6),
                null);
    }

    private static Promotion promotion(int number, Benefit benefit, Selection on, Stacking stacking) {
        Terms terms = Terms.of("Promotion " + number, "CNY", benefit).on(on).stacked(stacking);
        return new Promotion(new UUID(1, number), 1, terms, EARLIER, null);
    }

    private VoucherOffer voucher(int number, Selection on, Stacking stacking) {
        Terms terms =
                Terms.of("Voucher " + number, "CNY", orderBenefit()).on(on).stacked(stacking);
        return new VoucherOffer(
                new UUID(2, number), new UUID(3, number), 1, new VoucherTerms(terms, 1), 1, EARLIER, null);
    }

    private Benefit itemBenefit(int number, Selection on) {
        int share = 500 + 100 * random.nextInt(20);
        return switch (number % 6) {
            case 0 -> new Benefit.NthItem(2, 5_000);
            case 1 -> new Benefit.BuyGet(2, 1, on, 10_000);
            case 2 ->
                new Benefit.HappyHour(
                        List.of(new Benefit.HappyHour.Slot(LocalTime.of(11, 0), LocalTime.of(14, 0), share)));
            case 3 -> new Benefit.Clearance(List.of(new Benefit.Clearance.Step(2, 3_000)));
            case 4 -> new Benefit.Bundle(List.of(new Benefit.Bundle.Slot(on, 3)), 4_000);
            default -> new Benefit.TierPrice(Map.of("gold", share));
        };
    }

    private Benefit orderBenefit() {
        long off = 200 + 50L * random.nextInt(60);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Benefit.Ladder(
                        List.of(new Benefit.Ladder.Step(off * 5, off), new Benefit.Ladder.Step(off * 9, off * 2)));
            case 1 -> new Benefit.EachFull(off * 6, off, off * 4);
            case 2 -> new Benefit.PercentOff(300 + 100 * random.nextInt(12), off * 2);
            default -> new Benefit.AmountOff(off);
        };
    }

    private static Benefit gift() {
        Terms.Names cup = new Terms.Names("Cup", "杯子");
        return new Benefit.GiftLadder(List.of(
                new Benefit.GiftLadder.Step(20_000, List.of(new Benefit.GiftLadder.Present("cup1", cup, 1, 500)))));
    }

    private PointsOffer points() {
        return new PointsOffer(
                new UUID(9, 9), random.nextInt(20_000), new PointsOffer.ExchangeTerms(100, 100, 5_000, 100), null);
    }

    private Selection twoShelves() {
        int first = random.nextInt(SHELVES.size());
        return Selection.ofCategories(SHELVES.get(first), SHELVES.get((first + 1) % SHELVES.size()));
    }
}
