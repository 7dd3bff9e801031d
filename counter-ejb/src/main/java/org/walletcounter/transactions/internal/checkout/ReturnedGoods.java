package org.walletcounter.transactions.internal.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.promotions.Quote;
import org.walletcounter.promotions.Sale;

/** The lines of a return, as they are kept and reported. Pure. */
final class ReturnedGoods {

    private ReturnedGoods() {}

    /** The goods that come back, the money shared over them by what was paid for them. */
    static List<PricedLine> of(Sale sale, GoodsBack goods, long money) {
        Map<Integer, Long> due = sale.quote().lines().stream()
                .collect(Collectors.toMap(
                        Quote.Line::line,
                        line -> new Proportion(goods.now().getOrDefault(line.line(), 0), line.quantity())
                                .of(line.due())));
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
            long share = last ? left : weights == 0 ? 0 : new Proportion(weight, weights).of(left);
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
                    share,
                    line.taxCode(),
                    0));
        }
        return lines;
    }
}
