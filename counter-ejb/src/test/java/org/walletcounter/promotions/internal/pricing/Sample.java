package org.walletcounter.promotions.internal.pricing;

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
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.Funding;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.MarginGuard;
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

/** Baskets, promotions and vouchers for tests: by hand, or drawn from a seed. */
final class Sample {

    static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
    static final Instant EARLIER = NOON.minusDays(30).toInstant();
    static final Shopper GOLD =
            new Shopper(new UUID(7, 7), "gold", Set.of("regulars"), LocalDate.of(1990, 11, 21), true, EARLIER);

    private static final List<String> CATEGORIES = List.of("tea", "cups", "cake", "cards");
    private static final List<String> GROUPS = List.of("", "", "shop", "brand", "platform");

    private final Random random;

    Sample(long seed) {
        random = new Random(seed);
    }

    static Basket.Line line(int line, String sku, int quantity, long unitAmount) {
        return Basket.Line.of(line, sku, sku.replaceAll("[0-9]", ""), quantity, unitAmount);
    }

    static Basket basket(Basket.Line... lines) {
        return new Basket("1042", "CNY", List.of(lines), Basket.Place.TILL, Basket.PriceRules.PLAIN);
    }

    static Promotion promotion(int number, Terms terms) {
        return new Promotion(new UUID(1, number), 1, terms, EARLIER, null);
    }

    static Promotion promotion(int number, Benefit benefit) {
        return promotion(number, Terms.of("Promotion " + number, "CNY", benefit));
    }

    static VoucherOffer voucher(int number, int count, Terms terms) {
        return new VoucherOffer(
                new UUID(2, number), new UUID(3, number), 1, new VoucherTerms(terms, count), count, EARLIER, null);
    }

    static VoucherOffer voucher(int number, Benefit benefit) {
        return voucher(number, 1, Terms.of("Voucher " + number, "CNY", benefit));
    }

    static QuoteRequest request(Basket basket, VoucherOffer... vouchers) {
        return new QuoteRequest(basket, GOLD, new Holdings(List.of(vouchers), null), QuoteRequest.Wishes.NONE, NOON);
    }

    static Offers offers(Promotion... promotions) {
        return new Offers(List.of(promotions), List.of());
    }

    /** A question drawn by chance. */
    QuoteRequest request(int lines, int vouchers, boolean points) {
        List<Basket.Line> drawn = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            drawn.add(line(i + 1));
        }
        Basket.PriceRules rules = new Basket.PriceRules(
                random.nextBoolean(), List.of(1L, 5L, 100L).get(random.nextInt(3)), random.nextBoolean());
        Basket.Place place = new Basket.Place(null, null, "till", "retail", Set.of("WALLET"), Set.of("cup1"));
        List<VoucherOffer> holdings = new ArrayList<>();
        for (int i = 0; i < vouchers; i++) {
            holdings.add(voucher(i, 1 + random.nextInt(10) / 9, terms("v" + i)));
        }
        return new QuoteRequest(
                new Basket("sale " + random.nextInt(), "CNY", drawn, place, rules),
                GOLD,
                new Holdings(holdings, points ? points() : null),
                QuoteRequest.Wishes.NONE,
                NOON);
    }

    /** A purse full of vouchers on all goods or some, each of which looks at what those before it have left; three go together. */
    QuoteRequest purse(int lines, int vouchers) {
        Stacking three = new Stacking("shop", 3, Stacking.ANY, Set.of(), 0, Stacking.Base.DISCOUNTED);
        List<VoucherOffer> holdings = new ArrayList<>();
        for (int i = 0; i < vouchers; i++) {
            Selection on =
                    random.nextBoolean() ? Selection.ofCategories("cups", pick(List.of("tea", "cake"))) : Selection.ALL;
            Benefit pooled = orderBenefit(random.nextInt(4), 500L + random.nextInt(6_000));
            holdings.add(voucher(i, 1, Terms.of("v" + i, "CNY", pooled).on(on).stacked(three)));
        }
        return new QuoteRequest(
                request(lines, 0, false).basket(), GOLD, new Holdings(holdings, null), QuoteRequest.Wishes.NONE, NOON);
    }

    Offers offers(int promotions) {
        List<Promotion> drawn = new ArrayList<>();
        for (int i = 0; i < promotions; i++) {
            drawn.add(promotion(i, terms("p" + i)));
        }
        return new Offers(drawn, List.of());
    }

    /** Each promotion twice. */
    static Offers twice(Offers offers) {
        List<Promotion> promotions = new ArrayList<>(offers.promotions());
        for (Promotion each : offers.promotions()) {
            promotions.add(promotion(promotions.size(), each.terms()));
        }
        return new Offers(promotions, List.of());
    }

    /** The same lines, most of which cost the merchant something. */
    QuoteRequest costing(QuoteRequest request) {
        List<Basket.Line> lines = request.basket().lines().stream()
                .map(line -> random.nextInt(4) == 0
                        ? line
                        : line.costing(line.unitAmount() * (40 + random.nextInt(70)) / 100))
                .toList();
        return new QuoteRequest(
                request.basket().with(lines),
                request.shopper(),
                request.holdings(),
                request.wishes(),
                request.moment());
    }

    /** The same promotions, guarded by the house in some way; a third of them have a limit of their own. */
    Offers guarded(Offers offers) {
        List<Promotion> promotions = offers.promotions().stream()
                .map(each -> random.nextInt(3) > 0
                        ? each
                        : new Promotion(each.id(), 1, each.terms().leaving(limit()), each.from(), each.until()))
                .toList();
        MarginGuard guard =
                new MarginGuard(random.nextBoolean() ? limit() : null, random.nextBoolean() ? limit() : null);
        return new Offers(promotions, List.of(), guard);
    }

    private int limit() {
        return random.nextInt(9_000) - 3_000;
    }

    private Basket.Line line(int number) {
        String category = pick(CATEGORIES);
        return new Basket.Line(
                number,
                category + random.nextInt(3),
                category,
                "",
                Set.of(),
                1 + random.nextInt(4),
                random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(9_000),
                List.of(0, 600, 2_000).get(random.nextInt(3)),
                random.nextInt(5),
                null);
    }

    private PointsOffer points() {
        return new PointsOffer(
                new UUID(9, 9), random.nextInt(20_000), new PointsOffer.ExchangeTerms(100, 100, 5_000, 100), null);
    }

    private Terms terms(String name) {
        Stacking.Base base = random.nextInt(3) == 0 ? Stacking.Base.INITIAL : Stacking.Base.DISCOUNTED;
        String group = pick(GROUPS);
        int atMost = group.isEmpty() ? Stacking.ANY : 1 + random.nextInt(3);
        int perCategory = random.nextInt(8) == 0 ? 1 : Stacking.ANY;
        Set<String> excludes = excludes();
        Funding funding = random.nextBoolean()
                ? Funding.MERCHANT
                : new Funding(List.of(new Funding.Part("merchant", 3_333), new Funding.Part("supplier:x", 6_667)));
        return Terms.of(name, "CNY", benefit())
                .when(condition())
                .on(random.nextInt(3) == 0 ? Selection.ofCategories(pick(CATEGORIES)) : Selection.ALL)
                .stacked(new Stacking(group, atMost, perCategory, excludes, random.nextInt(3), base))
                .fundedBy(funding);
    }

    private Set<String> excludes() {
        int chance = random.nextInt(20);
        return chance == 0 ? Set.of(Stacking.EVERYTHING) : chance == 1 ? Set.of("shop") : Set.of();
    }

    private Condition condition() {
        return switch (random.nextInt(4)) {
            case 0 -> Condition.from(1 + random.nextInt(20_000));
            case 1 ->
                new Condition.Any(List.of(
                        new Condition.Tiers(Set.of("gold")),
                        new Condition.Amount(
                                Selection.ofCategories("tea"), 1 + random.nextInt(9_000), Stacking.Base.DISCOUNTED)));
            default -> Condition.ALWAYS;
        };
    }

    Benefit benefit() {
        long amount = 100L + random.nextInt(3_000);
        int share = 100 * (1 + random.nextInt(40));
        int kind = random.nextInt(15);
        return switch (kind) {
            case 0, 1, 2, 3 -> orderBenefit(kind, amount);
            case 4 -> new Benefit.FixedPrice(amount);
            case 5 -> new Benefit.NthItem(2 + random.nextInt(2), 5_000);
            case 6 -> new Benefit.BuyGet(1 + random.nextInt(3), 1, Selection.ofCategories(pick(CATEGORIES)), 10_000);
            case 7 -> bundle(amount);
            case 8 -> gift(amount);
            case 9 ->
                new Benefit.HappyHour(
                        List.of(new Benefit.HappyHour.Slot(LocalTime.of(11, 0), LocalTime.of(14, 0), share)));
            case 10 -> new Benefit.TierPrice(Map.of("gold", share));
            case 11 -> new Benefit.TenderOff(Set.of("WALLET"), amount * 3, amount);
            case 12 -> new Benefit.CashBack(share, null, 14);
            case 13 ->
                new Benefit.Clearance(
                        List.of(new Benefit.Clearance.Step(0, 5_000), new Benefit.Clearance.Step(2, share)));
            default -> new Benefit.FreeItems(1);
        };
    }

    private Benefit orderBenefit(int kind, long amount) {
        return switch (kind) {
            case 0 -> new Benefit.AmountOff(amount);
            case 1 ->
                new Benefit.Ladder(List.of(
                        new Benefit.Ladder.Step(amount * 4, amount), new Benefit.Ladder.Step(amount * 7, amount * 2)));
            case 2 -> new Benefit.EachFull(amount * 3, amount, amount * 2);
            default -> new Benefit.PercentOff(100 * (1 + random.nextInt(40)), random.nextBoolean() ? amount : null);
        };
    }

    private Benefit bundle(long price) {
        return new Benefit.Bundle(
                List.of(
                        new Benefit.Bundle.Slot(Selection.ofCategories(pick(CATEGORIES)), 1),
                        new Benefit.Bundle.Slot(Selection.ofCategories(pick(CATEGORIES)), 2)),
                price);
    }

    private static Benefit gift(long from) {
        Terms.Names cup = new Terms.Names("Cup", "杯子");
        return new Benefit.GiftLadder(List.of(new Benefit.GiftLadder.Step(
                from * 2,
                List.of(
                        new Benefit.GiftLadder.Present("cup1", cup, 1, 500),
                        new Benefit.GiftLadder.Present("cup2", cup, 1, 400)))));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
