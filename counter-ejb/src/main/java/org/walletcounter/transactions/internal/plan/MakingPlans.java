package org.walletcounter.transactions.internal.plan;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.transactions.SpendingPlan;
import org.walletcounter.transactions.TransactionError;

/** Makes a member's plan of the month, and keeps the limit that they set themselves. */
@Dependent
class MakingPlans {

    /** What nobody spends in a month: it keeps sums with limits within a number. */
    private static final long HIGHEST_LIMIT = 100_000_000_000L;

    private static final long WHOLE = 10_000;
    private static final long NEAR = 8_000;

    private final Members members;
    private final Directory directory;
    private final PurchaseRows rows;
    private final SpendingLimits limits;
    private final ChoosingVouchers choosing;
    private final Clock clock;

    @Inject
    @SuppressWarnings("checkstyle:ParameterNumber") // what a plan needs to look at
    MakingPlans(
            Members members,
            Directory directory,
            PurchaseRows rows,
            SpendingLimits limits,
            ChoosingVouchers choosing,
            Clock clock) {
        this.members = members;
        this.directory = directory;
        this.rows = rows;
        this.limits = limits;
        this.choosing = choosing;
        this.clock = clock;
    }

    SpendingPlan plan(Actor actor, UUID memberId) {
        members.facts(actor, memberId); // refuses whom the actor may not see
        String currency = directory.merchant(actor.merchantId()).currency();
        LocalDate today = directory.businessDay(actor.merchantId(), clock.instant());
        YearMonth month = YearMonth.from(today);
        Reckoning reckoning = reckoning(new PurchaseRows.Whose(actor.merchantId(), memberId, currency), month);
        Optional<Purchase> like = reckoning.likeUsual();
        ChoosingVouchers.Chosen chosen =
                like.map(each -> choosing.fitting(actor, memberId, each)).orElse(ChoosingVouchers.Chosen.NONE);
        SpendingPlan.Amounts whole = amounts(reckoning.whole(), currency);
        return new SpendingPlan(
                memberId,
                new SpendingPlan.Month(month.atDay(1), month.atEndOfMonth(), today, reckoning.seen()),
                whole,
                reckoning.parts().stream()
                        .map(part -> new SpendingPlan.OfCategory(part.category(), amounts(part.sums(), currency)))
                        .toList(),
                habit(reckoning, like.orElse(null), chosen.price(), currency),
                limits.of(memberId, currency)
                        .map(limit -> used(limit, whole.spent()))
                        .orElse(null),
                chosen.inHand(),
                chosen.toTake(),
                chosen.toGrant());
    }

    private Reckoning reckoning(PurchaseRows.Whose whose, YearMonth month) {
        LocalDate from = month.minusMonths(Reckoning.MONTHS).atDay(1);
        List<Purchase> purchases = rows.between(whose, from, month.atEndOfMonth());
        if (purchases.size() < PurchaseRows.MOST) {
            return new Reckoning(month, purchases, rows.anyBefore(whose, from));
        }
        // The month that is seen in part only does not count, nor do those before it.
        YearMonth cut = purchases.get(purchases.size() - 1).month();
        return new Reckoning(
                month,
                purchases.stream()
                        .filter(each ->
                                each.month().isAfter(cut) || each.month().equals(month))
                        .toList(),
                false);
    }

    private static SpendingPlan.Amounts amounts(Reckoning.Sums sums, String currency) {
        Long usual = sums.usual();
        return new SpendingPlan.Amounts(
                usual == null ? null : Money.of(usual, currency),
                Money.of(sums.spent(), currency),
                usual == null ? null : Money.of(usual - sums.spent(), currency));
    }

    private static SpendingPlan.Habit habit(
            Reckoning reckoning, @Nullable Purchase like, @Nullable Money price, String currency) {
        Reckoning.Sums times = reckoning.purchases();
        Long usual = times.usual();
        return new SpendingPlan.Habit(
                Math.toIntExact(times.spent()),
                usual == null ? null : Math.toIntExact(usual),
                reckoning
                        .usualPurchase()
                        .map(minor -> Money.of(minor, currency))
                        .orElse(null),
                like == null || price == null
                        ? null
                        : new SpendingPlan.Like(like.id(), like.day(), Money.of(like.net(), currency), price));
    }

    /** How much of a limit is used. */
    static SpendingPlan.Limit used(Money limit, Money spent) {
        long share = Math.multiplyExact(spent.minor(), WHOLE) / limit.minor();
        SpendingPlan.Limit.State state = spent.minor() > limit.minor()
                ? SpendingPlan.Limit.State.OVER
                : share >= NEAR ? SpendingPlan.Limit.State.NEAR : SpendingPlan.Limit.State.FINE;
        return new SpendingPlan.Limit(limit, limit.minus(spent), share, state);
    }

    void limit(Actor actor, UUID memberId, Money limit) {
        members.facts(actor, memberId);
        String currency = directory.merchant(actor.merchantId()).currency();
        if (!limit.currency().equals(currency)) {
            throw CounterException.at("limit", TransactionError.CURRENCY_MISMATCH, currency);
        }
        if (!limit.isPositive() || limit.minor() > HIGHEST_LIMIT) {
            throw CounterException.at(
                    "limit", TransactionError.SPENDING_LIMIT_INVALID, Money.of(HIGHEST_LIMIT, currency));
        }
        limits.set(actor.merchantId(), memberId, limit);
    }

    void removeLimit(Actor actor, UUID memberId) {
        members.facts(actor, memberId);
        limits.remove(memberId);
    }
}
