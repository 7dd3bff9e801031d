package org.walletcounter.promotions.internal.campaigns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.BelowCost;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Condition;
import org.walletcounter.promotions.GoodsForSale;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Terms;

/**
 * Finds what a campaign would sell below its cost: each product is priced alone, in some quantities, for whom and when the
 * campaign gives most. Goods in one basket with others may fare worse; the margin guard looks at those as they are sold.
 */
final class Losses {

    private static final int PAGE = 500;
    private static final int MOST = 100;
    private static final int[] QUANTITIES = {1, 2, 3, 5, 10};
    private static final UUID SOMEBODY = new UUID(0, 1);

    private final GoodsForSale goods;
    private final Pricing pricing;
    private final House house;
    private final Clock clock;

    Losses(GoodsForSale goods, Pricing pricing, House house, Clock clock) {
        this.goods = goods;
        this.pricing = pricing;
        this.house = house;
        this.clock = clock;
    }

    /** The hundred worst at the most, the worst first. */
    List<BelowCost> of(UUID merchantId, Terms terms) {
        Promotion all = new Promotion(SOMEBODY, 1, bare(terms), Instant.EPOCH, null);
        Offers offers = new Offers(List.of(all), List.of());
        List<Case> cases = cases(terms.benefit(), clock.instant().atZone(house.zone(merchantId)));
        List<BelowCost> found = new ArrayList<>();
        List<Basket.Line> page = goods.costed(merchantId, terms.currency(), "", PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(terms.on()::covers)
                    .map(line -> worst(line, offers, cases))
                    .filter(each -> each != null)
                    .forEach(found::add);
            page = page.size() < PAGE
                    ? List.of()
                    : goods.costed(
                            merchantId, terms.currency(), page.get(PAGE - 1).sku(), PAGE);
        }
        return found.stream()
                .sorted(Comparator.comparingLong((BelowCost each) -> -lossPerPiece(each))
                        .thenComparing(BelowCost::sku))
                .limit(MOST)
                .toList();
    }

    private @Nullable BelowCost worst(Basket.Line line, Offers offers, List<Case> cases) {
        Long cost = line.unitCost();
        BelowCost worst = null;
        for (int pieces : QUANTITIES) {
            for (Case each : cases) {
                long net = pricing.quote(each.question(line.times(pieces), offers), offers)
                        .totals()
                        .net();
                long loss = cost == null ? 0 : cost * pieces - net;
                long list = line.unitAmount() * pieces;
                if (loss > 0 && net < list && (worst == null || loss / pieces > lossPerPiece(worst))) {
                    worst = new BelowCost(line.sku(), pieces, list, net, net + loss);
                }
            }
        }
        return worst;
    }

    private static long lossPerPiece(BelowCost found) {
        return (found.cost() - found.net()) / found.pieces();
    }

    /** For everybody, everywhere and always: only what the goods themselves must fulfil is left. */
    private static Terms bare(Terms terms) {
        return terms.holdingOut(0).leaving(-100_000).when(ofGoods(terms.when()));
    }

    private static Condition ofGoods(Condition when) {
        if (when instanceof Condition.All all) {
            return new Condition.All(all.of().stream().map(Losses::ofGoods).toList());
        }
        boolean goods = when instanceof Condition.Amount || when instanceof Condition.Quantity;
        return goods ? when : Condition.ALWAYS;
    }

    /** For whom, when and with what a benefit gives anything. */
    private static List<Case> cases(Benefit benefit, ZonedDateTime now) {
        if (benefit instanceof Benefit.TierPrice price) {
            return price.basisPointsByTier().keySet().stream()
                    .map(tier -> new Case(tier, now, Set.of(), null))
                    .toList();
        }
        if (benefit instanceof Benefit.HappyHour hour) {
            return hour.slots().stream()
                    .map(slot -> new Case(null, now.with(slot.from()), Set.of(), null))
                    .toList();
        }
        if (benefit instanceof Benefit.TenderOff tender) {
            return List.of(new Case(null, now, tender.tenders(), null));
        }
        if (benefit instanceof Benefit.Clearance clearance) {
            return clearance.steps().stream()
                    .map(step -> new Case(null, now, Set.of(), step.daysLeft()))
                    .toList();
        }
        return List.of(new Case(null, now.with(LocalTime.NOON), Set.of(), null));
    }

    /** A buyer at a moment. */
    private record Case(
            @Nullable String tier,
            ZonedDateTime moment,
            Set<String> tenders,
            @Nullable Integer daysLeft) {

        QuoteRequest question(Basket.Line line, Offers offers) {
            Basket.Line dated = new Basket.Line(
                    1,
                    line.sku(),
                    line.category(),
                    line.brand(),
                    line.tags(),
                    line.quantity(),
                    line.unitAmount(),
                    0,
                    daysLeft,
                    null);
            Basket.Place place = new Basket.Place(null, null, "till", "retail", tenders, Set.of());
            String currency = offers.promotions().get(0).terms().currency();
            LocalDate today = moment.toLocalDate();
            return new QuoteRequest(
                    new Basket("", currency, List.of(dated), place, Basket.PriceRules.PLAIN),
                    new Shopper(SOMEBODY, tier, Set.of(), today, true, null),
                    Holdings.NONE,
                    QuoteRequest.Wishes.NONE,
                    moment);
        }
    }
}
