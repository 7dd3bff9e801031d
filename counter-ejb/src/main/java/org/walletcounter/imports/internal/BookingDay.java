package org.walletcounter.imports.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.walletcounter.imports.internal.DayOutcome.Settled;
import org.walletcounter.imports.internal.ImportNotes.Claim;
import org.walletcounter.imports.internal.file.Day;
import org.walletcounter.imports.internal.file.Invoice;
import org.walletcounter.imports.internal.file.Judged;
import org.walletcounter.imports.internal.file.Judging;
import org.walletcounter.imports.internal.file.Treatment;
import org.walletcounter.kernel.Actor;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.SalesHistory;
import org.walletcounter.transactions.SalesHistory.Recorded;
import org.walletcounter.transactions.SalesHistory.Result;

/**
 * Books one day: claims the numbers, books the sales, then goes through the day in the file's order, so that a return sees
 * the sales before it and no later ones. Broken off anywhere, it can be repeated: what is in the books already is
 * recognised by its number and booked no second time. A number that was in the books although nobody had claimed it
 * belongs to something else; its invoice is left out and listed.
 */
final class BookingDay {

    private static final int AT_ONCE = 500;

    private final Contents contents;
    private final Judging judging;
    private final SalesHistory history;
    private final Map<String, Claim> claims;
    private final HistoryOf words;
    private final Set<String> taken = new HashSet<>();

    BookingDay(Contents contents, Judging judging, SalesHistory history, Map<String, Claim> claims) {
        this.contents = contents;
        this.judging = judging;
        this.history = history;
        this.claims = claims;
        this.words = new HistoryOf(contents);
    }

    /** Judges and books a day. */
    DayOutcome book(Day day) {
        claims.forEach((number, claim) -> {
            if (claim == Claim.OTHER) {
                taken.add(number);
            }
        });
        Map<String, Settled> sales = judgeSales(day);
        bookSales(sales);
        List<Settled> settled = inOrder(day, sales);
        return new DayOutcome(day, bookReturns(settled));
    }

    /** Judges a day that was booked before, only to know what was sold on it and what was brought back. */
    void recall(Day day) {
        taken.addAll(contents.taken());
        inOrder(day, judgeSales(day));
    }

    private Map<String, Settled> judgeSales(Day day) {
        Map<String, Settled> sales = new LinkedHashMap<>();
        for (Invoice invoice : day.invoices()) {
            if (!invoice.cancellation()) {
                sales.put(invoice.number(), new Settled(invoice, judging.sale(invoice)));
            }
        }
        return sales;
    }

    private void bookSales(Map<String, Settled> sales) {
        List<HistoricalSale> open = sales.values().stream()
                .filter(each -> each.leftOut() == null && isOpen(each.invoice().number()))
                .map(words::sale)
                .toList();
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            List<HistoricalSale> some = open.subList(from, Math.min(from + AT_ONCE, open.size()));
            history.recordSales(system(), some).forEach(this::noticeTaken);
        }
    }

    private List<Settled> inOrder(Day day, Map<String, Settled> sales) {
        List<Settled> all = new ArrayList<>(day.invoices().size());
        for (Invoice invoice : day.invoices()) {
            Settled sale = sales.get(invoice.number());
            if (taken.contains(invoice.number())) {
                all.add(leftOut(invoice));
            } else if (sale == null) {
                all.add(new Settled(invoice, judging.cancellation(invoice, contents.sold())));
            } else {
                remember(sale);
                all.add(sale);
            }
        }
        return all;
    }

    private void remember(Settled sale) {
        String customer = sale.invoice().customer();
        if (customer != null) {
            String number = sale.invoice().number();
            for (Judged each : sale.lines()) {
                if (each.becomes().booked() && each.unit() > 0) {
                    contents.sold()
                            .sold(
                                    customer,
                                    each.line().sku(),
                                    number,
                                    each.line().quantity(),
                                    each.unit());
                }
            }
        }
    }

    private List<Settled> bookReturns(List<Settled> settled) {
        Map<String, HistoricalReturn> open = new LinkedHashMap<>();
        settled.stream()
                .filter(each ->
                        each.invoice().cancellation() && isOpen(each.invoice().number()))
                .flatMap(each -> words.returns(each).stream())
                .forEach(back -> open.put(back.number(), back));
        Set<String> refused = new HashSet<>();
        for (Recorded recorded : record(List.copyOf(open.values()))) {
            noticeTaken(recorded);
            if (recorded.result() == Result.NO_SUCH_SALE || recorded.result() == Result.EXCEEDS_SALE) {
                bookWithoutSale(open, recorded);
                refused.add(owner(recorded.number()));
            }
        }
        return settled.stream().map(each -> afterwards(each, refused)).toList();
    }

    private Settled afterwards(Settled settled, Set<String> refused) {
        if (taken.contains(settled.invoice().number())) {
            return leftOut(settled.invoice());
        }
        return refused.contains(settled.invoice().number()) ? withoutSales(settled) : settled;
    }

    private void bookWithoutSale(Map<String, HistoricalReturn> open, Recorded refused) {
        HistoricalReturn back = open.get(refused.number());
        if (back != null) {
            ImportsLog.LOG.bookedWithoutSale(
                    back.number(),
                    String.valueOf(back.saleNumber()),
                    refused.result().name());
            record(List.of(HistoryOf.withoutSale(back)));
        }
    }

    private List<Recorded> record(List<HistoricalReturn> returns) {
        List<Recorded> all = new ArrayList<>();
        for (int from = 0; from < returns.size(); from += AT_ONCE) {
            all.addAll(
                    history.recordReturns(system(), returns.subList(from, Math.min(from + AT_ONCE, returns.size()))));
        }
        return all;
    }

    private void noticeTaken(Recorded recorded) {
        if (recorded.result() == Result.ALREADY_THERE && claims.get(owner(recorded.number())) == Claim.NEW) {
            taken.add(owner(recorded.number()));
        }
    }

    private boolean isOpen(String number) {
        Claim claim = claims.get(number);
        return claim == Claim.NEW || claim == Claim.UNSETTLED;
    }

    private Actor system() {
        return Actor.system(contents.order().merchantId());
    }

    private static String owner(String number) {
        int slash = number.indexOf('/');
        return slash < 0 ? number : number.substring(0, slash);
    }

    private static Settled leftOut(Invoice invoice) {
        return new Settled(
                invoice,
                invoice.lines().stream()
                        .map(line -> new Judged(line, Treatment.NUMBER_TAKEN, 0))
                        .toList());
    }

    private static Settled withoutSales(Settled settled) {
        return new Settled(
                settled.invoice(),
                settled.lines().stream()
                        .map(each -> each.becomes() == Treatment.RETURN ? each.as(Treatment.NO_ORIGINAL_SALE) : each)
                        .toList());
    }
}
