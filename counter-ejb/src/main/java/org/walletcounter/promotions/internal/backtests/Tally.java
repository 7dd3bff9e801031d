package org.walletcounter.promotions.internal.backtests;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestResult.Audience;
import org.walletcounter.promotions.BackTestResult.By;
import org.walletcounter.promotions.BackTestResult.Category;
import org.walletcounter.promotions.BackTestResult.Day;
import org.walletcounter.promotions.BackTestResult.Margin;
import org.walletcounter.promotions.BackTestResult.Overlap;
import org.walletcounter.promotions.BackTestResult.Sums;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.CampaignDraft;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Shopper;
import org.walletcounter.promotions.Verdict;

/**
 * Sums up what sales would have cost with and without a draft. Begins where an earlier result stands, so that a run can go on
 * elsewhere; holds sums alone, never sales. Not thread-safe.
 */
final class Tally {

    private static final int WHOLE = 10_000;
    private static final Quote.Line NONE = new Quote.Line(0, "", 0, 0, 0, 0, 0, 0);

    private final CampaignDraft.Limits limits;
    private final Map<String, Audience> audiences = new TreeMap<>();
    private final Map<UUID, Overlap> overlaps = new HashMap<>();
    private final Map<LocalDate, Day> days = new TreeMap<>();
    private final Map<String, Category> categories = new TreeMap<>();
    private final String currency;
    private long orders;
    private long reached;
    private long skipped;
    private Sums sums;
    private Margin margin;

    Tally(BackTestResult soFar, CampaignDraft.Limits limits) {
        this.limits = limits;
        currency = soFar.currency();
        orders = soFar.orders();
        reached = soFar.reached();
        skipped = soFar.skipped();
        sums = soFar.sums();
        margin = soFar.margin();
        soFar.audiences().forEach(each -> audiences.put(each.by() + each.code(), each));
        soFar.overlaps().forEach(each -> overlaps.put(each.campaignId(), each));
        soFar.days().forEach(each -> days.put(each.day(), each));
        soFar.categories().forEach(each -> categories.put(each.category(), each));
    }

    void skip() {
        orders++;
        skipped++;
    }

    void add(LocalDate day, Trial.Priced sale) {
        orders++;
        reached += sale.reached() ? 1 : 0;
        sums = new Sums(
                sums.list() + sale.after().totals().list(),
                sums.before() + sale.before().totals().net(),
                sums.after() + sale.after().totals().net(),
                sums.cost() + sale.cost(),
                sums.promised() + sale.promised());
        audiences(sale);
        lines(sale);
        if (sale.reached()) {
            overlap(sale);
            long cost = sale.cost() + sale.promised();
            days.merge(
                    day, new Day(day, 1, cost), (a, b) -> new Day(day, a.reached() + b.reached(), a.cost() + b.cost()));
        }
    }

    BackTestResult result() {
        return new BackTestResult(
                currency,
                orders,
                reached,
                skipped,
                sums,
                margin,
                List.copyOf(audiences.values()),
                overlaps.values().stream()
                        .sorted(Comparator.comparingLong((Overlap each) -> -each.lost())
                                .thenComparing(each -> -each.together())
                                .thenComparing(Overlap::campaignId))
                        .toList(),
                List.copyOf(days.values()),
                usedUpOn(limits.budget(), false),
                usedUpOn(limits.total(), true),
                categories.values().stream()
                        .sorted(Comparator.comparingInt((Category each) -> -each.depth())
                                .thenComparing(Category::category))
                        .toList());
    }

    private @Nullable LocalDate usedUpOn(@Nullable Long limit, boolean number) {
        long used = 0;
        for (Day day : days.values()) {
            used += number ? day.reached() : day.cost();
            if (limit != null && used >= limit) {
                return day.day();
            }
        }
        return null;
    }

    private void audiences(Trial.Priced sale) {
        Shopper shopper = sale.request().shopper();
        audience(By.PERSON, shopper.memberId() == null ? "unknown" : "member", sale);
        String tier = shopper.tier();
        if (tier != null) {
            audience(By.TIER, tier, sale);
        }
        UUID store = sale.request().basket().place().storeId();
        if (store != null) {
            audience(By.STORE, store.toString(), sale);
        }
    }

    private void audience(By by, String code, Trial.Priced sale) {
        audiences.merge(
                by + code,
                new Audience(by, code, 1, sale.reached() ? 1 : 0, sale.saved()),
                (a, b) -> new Audience(
                        by, code, a.orders() + b.orders(), a.reached() + b.reached(), a.saved() + b.saved()));
    }

    private void overlap(Trial.Priced sale) {
        Map<UUID, Verdict> with = others(sale.after(), sale.draft());
        Map<UUID, Verdict> without = others(sale.before(), sale.draft());
        with.forEach((id, verdict) -> overlap(verdict, 1, 0, -Trial.Priced.off(sale.after(), id)));
        without.forEach((id, verdict) ->
                overlap(verdict, 0, with.containsKey(id) ? 0 : 1, Trial.Priced.off(sale.before(), id)));
    }

    private static Map<UUID, Verdict> others(Quote quote, UUID draft) {
        Map<UUID, Verdict> used = new HashMap<>();
        for (Verdict verdict : quote.verdicts()) {
            if (verdict.used() > 0 && !verdict.id().equals(draft)) {
                used.put(verdict.id(), verdict);
            }
        }
        return used;
    }

    private void overlap(Verdict rival, int together, int displaced, long lost) {
        overlaps.merge(
                rival.id(),
                new Overlap(rival.id(), rival.names(), together, displaced, lost),
                (a, b) -> new Overlap(
                        rival.id(),
                        rival.names(),
                        a.together() + b.together(),
                        a.displaced() + b.displaced(),
                        a.lost() + b.lost()));
    }

    private void lines(Trial.Priced sale) {
        Map<Integer, Quote.Line> before = new HashMap<>();
        Map<Integer, Quote.Line> after = new HashMap<>();
        sale.before().lines().forEach(line -> before.put(line.line(), line));
        sale.after().lines().forEach(line -> after.put(line.line(), line));
        for (Basket.Line line : sale.request().basket().lines()) {
            line(line, sale.reached(), before.getOrDefault(line.line(), NONE), after.getOrDefault(line.line(), NONE));
        }
    }

    private void line(Basket.Line line, boolean isReached, Quote.Line before, Quote.Line after) {
        Category more = new Category(
                line.category(),
                before.list(),
                before.list() - before.net(),
                isReached ? after.list() : 0,
                isReached ? after.list() - after.net() : 0,
                0,
                0);
        categories.merge(line.category(), measured(more), (a, b) -> measured(sum(a, b)));
        Long cost = line.unitCost();
        if (cost != null) {
            long goods = cost * line.quantity();
            boolean sinks = after.net() < goods && before.net() >= goods;
            margin = new Margin(
                    margin.list() + before.list(),
                    margin.goods() + goods,
                    margin.before() + before.net() - goods,
                    margin.after() + after.net() - goods,
                    margin.belowCost() + (sinks ? 1 : 0));
        }
    }

    private static Category sum(Category a, Category b) {
        return new Category(
                a.category(),
                a.list() + b.list(),
                a.off() + b.off(),
                a.reachedList() + b.reachedList(),
                a.reachedOff() + b.reachedOff(),
                0,
                0);
    }

    private static Category measured(Category sums) {
        return new Category(
                sums.category(),
                sums.list(),
                sums.off(),
                sums.reachedList(),
                sums.reachedOff(),
                share(sums.off(), sums.list()),
                share(sums.reachedOff(), sums.reachedList()));
    }

    private static int share(long off, long list) {
        return list == 0 ? 0 : (int) new Proportion(off, list).of(WHOLE);
    }
}
