package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.Points;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.Holdings;
import org.walletcounter.promotions.Offers;
import org.walletcounter.promotions.Pricing;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.QuoteRequest;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.ReturnRequest;
import org.walletcounter.promotions.Sale;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.vouchers.Vouchers;

/**
 * The way back for returned goods: the inverse of the price, and what it takes from funders, vouchers, points and promises.
 * Runs in the refund's transaction, which has locked the payment.
 */
@Dependent
public class TakingBack {

    /** What happens to discounts that the kept goods alone would not have got; see {@link ReturnRequest.Policy}. */
    public static final Parameter POLICY = new Parameter("transactions.return.policy", "count", 0, 2, 2);

    private final KeptPricing kept;
    private final Pricing pricing;
    private final Promotions promotions;
    private final Vouchers vouchers;
    private final Points points;
    private final Parameters parameters;

    @Inject
    TakingBack(
            KeptPricing kept,
            Pricing pricing,
            Promotions promotions,
            Vouchers vouchers,
            Points points,
            Parameters parameters) {
        this.kept = kept;
        this.pricing = pricing;
        this.promotions = promotions;
        this.vouchers = vouchers;
        this.points = points;
        this.parameters = parameters;
    }

    /** What comes back with an amount, whatever the goods: the points that it had earned. */
    public Back amount(Actor actor, GoodsBack.Paid payment, UUID refundJournal, PointsReturnRequest.Line whole) {
        return payment.memberId() == null
                ? Back.points(PointsReturn.NONE)
                : Back.points(points.giveBack(
                        actor,
                        new PointsReturnRequest(
                                payment.memberId(), payment.journalId(), refundJournal, List.of(whole), 0)));
    }

    /** Whether the lines of a payment can be reckoned with. */
    public boolean knowsLines(GoodsBack.Paid payment) {
        return kept.sale(payment.id()).isPresent() || isPlain(payment);
    }

    /**
     * What comes back with goods: the plan, and all that follows from it.
     *
     * @throws CounterException {@link TransactionError#RETURNS_MORE_THAN_SOLD}, {@link TransactionError#LINES_UNKNOWN}
     */
    public Back goods(Actor actor, UUID refundJournal, GoodsBack goods) {
        Sale sale = sale(goods.payment());
        RefundPlan plan = plan(actor, sale, goods);
        List<Posting> postings = new ArrayList<>();
        long funded = promotions(actor, sale, plan, postings);
        funded += vouchers(actor, goods.payment(), plan, new Voucher(sale, postings));
        PointsReturn back = points(actor, sale, goods, new Journals(refundJournal, plan));
        postings.addAll(back.postings());
        boolean plain = plan.reversals().stream().allMatch(each -> each.amount() > 0);
        kept.takeBack(goods.payment().id(), plan.promisesBack());
        return new Back(
                plan,
                new Back.Moves(postings, funded - back.minor(), plain),
                back,
                free(actor, goods.payment(), plan),
                returned(sale, goods, plan.money()));
    }

    private RefundPlan plan(Actor actor, Sale sale, GoodsBack goods) {
        ReturnRequest.Policy policy = ReturnRequest.Policy.values()[(int) parameters.value(POLICY, actor.merchantId())];
        try {
            return pricing.refund(
                    sale,
                    new ReturnRequest(
                            goods.before(),
                            goods.now(),
                            policy,
                            new ReturnRequest.Given(
                                    goods.given().money(), goods.given().points())));
        } catch (CounterException refusal) {
            if (refusal.error() == PromotionError.RETURNS_MORE_THAN_KEPT) {
                throw CounterException.at(
                        "lines",
                        TransactionError.RETURNS_MORE_THAN_SOLD,
                        refusal.arguments().toArray());
            }
            throw refusal;
        }
    }

    private Sale sale(GoodsBack.Paid payment) {
        Optional<Sale> stored = kept.sale(payment.id());
        if (stored.isPresent()) {
            return stored.get();
        }
        if (!isPlain(payment)) {
            throw new CounterException(TransactionError.LINES_UNKNOWN);
        }
        Basket basket = new Basket(
                "",
                payment.currency(),
                payment.lines().stream().map(PricingSales::line).toList(),
                Basket.Place.TILL,
                Basket.PriceRules.PLAIN);
        QuoteRequest request = new QuoteRequest(
                basket,
                Shopper.UNKNOWN,
                Holdings.NONE,
                QuoteRequest.Wishes.NONE,
                Ids.momentOf(payment.id()).atZone(ZoneOffset.UTC));
        return pricing.sale(request, Offers.NONE, pricing.quote(request, Offers.NONE));
    }

    /** Whether each line cost its pieces' price, as far as anybody knows. */
    private static boolean isPlain(GoodsBack.Paid payment) {
        return !payment.lines().isEmpty()
                && payment.lines().stream()
                        .allMatch(line -> line.quantity() > 0
                                && line.unitAmount() >= 0
                                && line.amount() == line.quantity() * line.unitAmount());
    }

    private long promotions(Actor actor, Sale sale, RefundPlan plan, List<Posting> postings) {
        if (sale.offers().promotions().isEmpty()) {
            return 0;
        }
        Set<UUID> own = sale.offers().promotions().stream().map(Promotion::id).collect(Collectors.toSet());
        List<RefundPlan.Reversal> reversals = plan.reversals().stream()
                .filter(each -> own.contains(each.campaignId()))
                .toList();
        Promotions.Funded back = promotions.refunding(actor, sale, plan.reversing(reversals));
        postings.addAll(back.postings());
        return back.total();
    }

    private record Voucher(Sale sale, List<Posting> postings) {}

    private long vouchers(Actor actor, GoodsBack.Paid payment, RefundPlan plan, Voucher to) {
        Set<UUID> used = to.sale().request().holdings().vouchers().stream()
                .map(each -> each.holdingId())
                .collect(Collectors.toSet());
        Map<UUID, Long> undone = plan.reversals().stream()
                .filter(each -> used.contains(each.sourceId()))
                .collect(Collectors.groupingBy(
                        RefundPlan.Reversal::sourceId, Collectors.summingLong(RefundPlan.Reversal::amount)));
        long total = 0;
        for (Map.Entry<UUID, Long> each : undone.entrySet()) {
            if (each.getValue() != 0) {
                Money amount = Money.of(each.getValue(), payment.currency());
                to.postings().addAll(vouchers.undo(actor, each.getKey(), payment.journalId(), amount));
                total -= each.getValue();
            }
        }
        return total;
    }

    private List<String> free(Actor actor, GoodsBack.Paid payment, RefundPlan plan) {
        return plan.vouchersBack().stream()
                .distinct()
                .map(id -> vouchers.comeBack(actor, id, payment.journalId()))
                .filter(voucher -> voucher.state() == org.walletcounter.vouchers.VoucherView.State.IN_HAND)
                .map(voucher -> voucher.campaign().code())
                .toList();
    }

    private record Journals(UUID refund, RefundPlan plan) {}

    private PointsReturn points(Actor actor, Sale sale, GoodsBack goods, Journals journals) {
        UUID member = goods.payment().memberId();
        if (member == null) {
            return PointsReturn.NONE;
        }
        Map<Integer, Integer> back = Stream.concat(goods.before().entrySet().stream(), goods.now().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        List<PointsReturnRequest.Line> lines = sale.quote().lines().stream()
                .filter(line -> back.containsKey(line.line()))
                .map(line -> new PointsReturnRequest.Line(
                        line.line(), line.net() * back.getOrDefault(line.line(), 0) / line.quantity(), line.net()))
                .toList();
        long pointsBack = goods.given().points() + journals.plan().points();
        long spent = sale.quote().totals().pointsSpent();
        long minorBack =
                spent == 0 ? 0 : Math.multiplyExact(sale.quote().totals().points(), pointsBack) / spent;
        return points.giveBack(
                actor,
                new PointsReturnRequest(member, goods.payment().journalId(), journals.refund(), lines, minorBack));
    }

    /** The goods that come back, the money shared over them by what was paid for them. */
    private static List<PricedLine> returned(Sale sale, GoodsBack goods, long money) {
        Map<Integer, Long> due = sale.quote().lines().stream()
                .collect(Collectors.toMap(
                        line -> line.line(),
                        line -> line.due() * goods.now().getOrDefault(line.line(), 0) / line.quantity()));
        List<PricedLine> back = goods.payment().lines().stream()
                .filter(line -> goods.now().getOrDefault(line.line(), 0) > 0)
                .toList();
        long whole = back.stream()
                .mapToLong(line -> due.getOrDefault(line.line(), 0L))
                .sum();
        List<PricedLine> lines = new ArrayList<>();
        long left = money;
        long weights = whole;
        for (PricedLine line : back) {
            long weight = due.getOrDefault(line.line(), 0L);
            boolean last = lines.size() == back.size() - 1;
            long share = last ? left : weights == 0 ? 0 : Math.multiplyExact(left, weight) / weights;
            left -= share;
            weights -= weight;
            lines.add(new PricedLine(
                    line.line(),
                    line.productId(),
                    line.sku(),
                    line.text(),
                    line.category(),
                    goods.now().getOrDefault(line.line(), 0),
                    line.unitAmount(),
                    share));
        }
        return lines;
    }
}
