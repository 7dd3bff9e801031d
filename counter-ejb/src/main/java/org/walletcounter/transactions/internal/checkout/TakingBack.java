package org.walletcounter.transactions.internal.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.Posting;
import org.walletcounter.loyalty.PointsReturn;
import org.walletcounter.loyalty.PointsReturnRequest;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Promotions;
import org.walletcounter.promotions.RefundPlan;
import org.walletcounter.promotions.Sale;
import org.walletcounter.transactions.TransactionError;
import org.walletcounter.transactions.internal.lottery.PrizesBack;

/**
 * The way back for returned goods: the inverse of the price, and what it takes from funders, vouchers, points and promises.
 * Runs in the refund's transaction, which has locked the payment.
 */
@Dependent
public class TakingBack {

    private final KeptPricing kept;
    private final SoldSales sales;
    private final PlanningReturns planning;
    private final Promotions promotions;
    private final VouchersBack vouchers;
    private final PointsBack points;
    private final PrizesBack prizes;

    @Inject
    TakingBack(
            KeptPricing kept,
            SoldSales sales,
            PlanningReturns planning,
            Promotions promotions,
            VouchersBack vouchers,
            PointsBack points,
            PrizesBack prizes) {
        this.kept = kept;
        this.sales = sales;
        this.planning = planning;
        this.promotions = promotions;
        this.vouchers = vouchers;
        this.points = points;
        this.prizes = prizes;
    }

    /** What comes back with an amount, whatever the goods: the points that it had earned. */
    public Back amount(Actor actor, GoodsBack.Paid payment, UUID refundJournal, PointsReturnRequest.Line whole) {
        return Back.points(points.of(actor, payment, refundJournal, List.of(whole)));
    }

    /** Whether the lines of a payment can be reckoned with. */
    public boolean knowsLines(GoodsBack.Paid payment) {
        return sales.knows(payment);
    }

    /**
     * What comes back with goods: the plan, and all that follows from it.
     *
     * @param cancelled whether the whole sale is called back, as if it had not been made
     * @throws CounterException {@link TransactionError#RETURNS_MORE_THAN_SOLD}, {@link TransactionError#LINES_UNKNOWN}
     */
    public Back goods(Actor actor, UUID refundJournal, GoodsBack goods, boolean cancelled) {
        Sale sale = sales.of(goods.payment());
        RefundPlan plan = planning.plan(actor, sale, goods);
        Promotions.Funded promoted = promotions(actor, goods.payment().id(), sale, plan, cancelled);
        List<Posting> redeemed = vouchers.undone(actor, goods.payment(), sale, plan);
        PointsReturn back = points.of(actor, goods, sale, plan, refundJournal);
        long claim = kept.takeBack(goods.payment().id(), plan.promisesBack());
        long toFunders = redeemed.stream().mapToLong(Posting::amount).sum() + back.minor();
        return new Back(
                plan,
                new Back.Moves(
                        joined(promoted.postings(), redeemed, back.postings()),
                        promoted.total() - toFunders,
                        0,
                        plan.reversals().stream().allMatch(each -> each.amount() > 0)),
                back,
                vouchers.freed(actor, goods.payment(), plan),
                ReturnedGoods.of(sale, goods, plan.money()),
                claim,
                prizes.of(actor, goods.payment().id(), plan));
    }

    @SafeVarargs
    private static List<Posting> joined(List<Posting>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private Promotions.Funded promotions(Actor actor, UUID paymentId, Sale sale, RefundPlan plan, boolean cancelled) {
        if (sale.offers().promotions().isEmpty()) {
            return Promotions.Funded.NOTHING;
        }
        Set<UUID> own = sale.offers().promotions().stream().map(Promotion::id).collect(Collectors.toSet());
        List<RefundPlan.Reversal> reversals = plan.reversals().stream()
                .filter(each -> own.contains(each.campaignId()))
                .toList();
        RefundPlan ours = plan.reversing(reversals).promising(kept.revocable(paymentId, plan.promisesBack()));
        return cancelled ? promotions.cancelling(actor, sale, ours) : promotions.refunding(actor, sale, ours);
    }
}
