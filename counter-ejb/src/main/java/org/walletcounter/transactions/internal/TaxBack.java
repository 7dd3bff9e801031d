package org.walletcounter.transactions.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.walletcounter.kernel.Proportion;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.SaleTax;

/**
 * The tax in money that goes back. Goods take back the tax of their own rates, a bare amount takes of all rates alike; the last
 * money takes back whatever tax is left. So all refunds together take back the sale's tax to the minor unit, in any order, and no
 * more tax is ever left than money. Pure.
 *
 * @param sold the tax of the sale, by rate
 * @param before what went back of it earlier
 * @param left what can still be given back of the payment, in minor units
 */
record TaxBack(List<SaleTax> sold, List<SaleTax> before, long left) {

    /** The tax in money that goes back for goods. */
    List<SaleTax> ofGoods(long money, List<PricedLine> goods) {
        Map<String, Long> byRate = new HashMap<>();
        goods.forEach(each -> byRate.merge(each.taxCode(), each.amount(), Long::sum));
        return of(money, byRate);
    }

    /** The tax in a bare amount. */
    List<SaleTax> ofAmount(long money) {
        Map<String, Long> byRate = new HashMap<>();
        for (SaleTax each : sold) {
            byRate.put(each.code(), left == 0 ? 0 : part(money, rest(each).gross(), left));
        }
        return of(money, byRate);
    }

    private List<SaleTax> of(long money, Map<String, Long> byRate) {
        List<SaleTax> back = new ArrayList<>();
        long taxLeft = 0;
        long unspent = money;
        for (SaleTax each : sold) {
            SaleTax rest = rest(each);
            long gross = Math.max(0, Math.min(Math.min(byRate.getOrDefault(each.code(), 0L), rest.gross()), unspent));
            SaleTax now = money == left ? rest : share(each, rest, gross);
            unspent -= gross;
            taxLeft += rest.tax() - now.tax();
            back.add(now);
        }
        keepNoMoreThan(left - money, taxLeft, back);
        return back.stream().filter(each -> each.base() != 0 || each.tax() != 0).toList();
    }

    /** So much of what was paid at a rate, as all that went back of it together makes it. */
    private SaleTax share(SaleTax whole, SaleTax rest, long gross) {
        long until = whole.gross() - rest.gross() + gross;
        long due = part(whole.tax(), until, whole.gross()) - (whole.tax() - rest.tax());
        long least = Math.max(0, rest.tax() - (rest.gross() - gross));
        long tax = Math.max(least, Math.min(due, Math.min(gross, rest.tax())));
        return whole.of(gross - tax, tax);
    }

    /** Where less money than tax would be left, more of the tax goes back now. */
    private void keepNoMoreThan(long moneyLeft, long taxLeft, List<SaleTax> back) {
        long excess = taxLeft - moneyLeft;
        for (int i = 0; i < back.size() && excess > 0; i++) {
            SaleTax now = back.get(i);
            long more = Math.min(excess, rest(sold.get(i)).tax() - now.tax());
            back.set(i, now.of(now.base() - more, now.tax() + more));
            excess -= more;
        }
    }

    /** What is left of a rate. */
    private SaleTax rest(SaleTax of) {
        long base = of.base();
        long tax = of.tax();
        for (SaleTax each : before) {
            if (each.code().equals(of.code())) {
                base -= each.base();
                tax -= each.tax();
            }
        }
        return of.of(base, tax);
    }

    private static long part(long amount, long of, long whole) {
        return whole == 0 ? 0 : new Proportion(of, whole).of(amount);
    }
}
