package org.walletcounter.promotions.internal.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.Adjustment;
import org.walletcounter.promotions.Basket;
import org.walletcounter.promotions.PriceList;
import org.walletcounter.promotions.internal.goods.Scene;
import org.walletcounter.promotions.internal.goods.Working;

/** The first step: prices of lists that apply stand in for the catalogue's, the lowest of several. */
final class PricingByList {

    private final Scene catalogue;
    private final List<PriceList> applying;
    private final Map<PriceList, List<Adjustment.Share>> changes = new LinkedHashMap<>();

    PricingByList(Scene catalogue, List<PriceList> lists) {
        this.catalogue = catalogue;
        Judging judging = new Judging(catalogue, Working.of(catalogue));
        this.applying = lists.stream()
                .filter(list -> list.currency().equals(catalogue.basket().currency()))
                .filter(list -> judging.holds(list.when()))
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }

    /** The scene at the prices of the lists. */
    Scene scene() {
        long[] amounts = catalogue.amounts();
        for (int i = 0; i < amounts.length; i++) {
            Basket.Line line = catalogue.lines().get(i);
            PriceList list = cheapest(line);
            if (list != null) {
                amounts[i] = price(list, line) * line.quantity();
                long change = amounts[i] - catalogue.initial(i);
                changes.computeIfAbsent(list, each -> new ArrayList<>()).add(new Adjustment.Share(line.line(), change));
            }
        }
        return catalogue.with(amounts);
    }

    /** What the lists changed, once {@link #scene} has been asked for. */
    List<Adjustment> trace() {
        return changes.entrySet().stream()
                .map(each -> adjustment(each.getKey(), each.getValue()))
                .filter(each -> each.amount() != 0)
                .toList();
    }

    private Adjustment adjustment(PriceList list, List<Adjustment.Share> shares) {
        long amount = shares.stream().mapToLong(Adjustment.Share::amount).sum();
        long base = 0;
        for (int i = 0; i < catalogue.size(); i++) {
            int line = catalogue.lines().get(i).line();
            base += shares.stream().anyMatch(share -> share.line() == line) ? catalogue.initial(i) : 0;
        }
        return new Adjustment(
                Adjustment.Step.PRICE_LIST,
                new Adjustment.Source(list.id(), list.id(), 1, list.names()),
                Adjustment.Why.of("PRICE_LIST"),
                base,
                amount,
                shares,
                List.of());
    }

    private static long price(PriceList list, Basket.Line line) {
        return list.unitAmounts().getOrDefault(line.sku(), line.unitAmount());
    }

    private @Nullable PriceList cheapest(Basket.Line line) {
        PriceList cheapest = null;
        for (PriceList list : applying) {
            boolean names = list.unitAmounts().containsKey(line.sku());
            if (names && (cheapest == null || price(list, line) < price(cheapest, line))) {
                cheapest = list;
            }
        }
        return cheapest;
    }
}
