package org.walletcounter.imports.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.imports.internal.DayOutcome.Settled;
import org.walletcounter.imports.internal.file.Invoice;
import org.walletcounter.imports.internal.file.Judged;
import org.walletcounter.imports.internal.file.SoldBefore;
import org.walletcounter.kernel.Money;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.orders.ProductView;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.HistoricalSale;

/** Puts judged invoices into the words of the sales history's door. */
final class HistoryOf {

    private final Contents contents;

    HistoryOf(Contents contents) {
        this.contents = contents;
    }

    /** A sale with the lines that are booked. */
    HistoricalSale sale(Settled settled) {
        Invoice invoice = settled.invoice();
        List<PricedLine> lines = new ArrayList<>();
        for (Judged judged : settled.lines()) {
            if (judged.becomes().booked()) {
                lines.add(line(lines.size() + 1, judged, judged.line().quantity()));
            }
        }
        return new HistoricalSale(
                contents.order().storeId(),
                invoice.number(),
                at(invoice),
                invoice.day(),
                member(invoice),
                lines,
                sum(lines));
    }

    /**
     * The returns of a cancellation, one for each sale it takes from and one for what has no sale. The first carries the
     * cancellation's own number, the others that number with a slash and their place.
     */
    List<HistoricalReturn> returns(Settled settled) {
        Map<String, List<PricedLine>> bySale = new LinkedHashMap<>();
        for (Judged judged : settled.lines()) {
            if (judged.becomes().booked()) {
                for (SoldBefore.Piece piece : judged.pieces()) {
                    String sale = piece.saleNumber() == null ? "" : piece.saleNumber();
                    List<PricedLine> lines = bySale.computeIfAbsent(sale, key -> new ArrayList<>());
                    lines.add(line(lines.size() + 1, judged, piece.quantity()));
                }
            }
        }
        List<HistoricalReturn> returns = new ArrayList<>();
        bySale.forEach((sale, lines) -> {
            String number = settled.invoice().number() + (returns.isEmpty() ? "" : "/" + (returns.size() + 1));
            returns.add(one(settled.invoice(), number, sale, lines));
        });
        return returns;
    }

    /** The same return, booked without a sale. */
    static HistoricalReturn withoutSale(HistoricalReturn back) {
        return new HistoricalReturn(
                back.storeId(),
                back.number(),
                null,
                back.occurredAt(),
                back.businessDay(),
                back.memberId(),
                back.lines(),
                back.amount());
    }

    private HistoricalReturn one(Invoice invoice, String number, String sale, List<PricedLine> lines) {
        return new HistoricalReturn(
                contents.order().storeId(),
                number,
                sale.isEmpty() ? null : sale,
                at(invoice),
                invoice.day(),
                member(invoice),
                lines,
                sum(lines));
    }

    private PricedLine line(int number, Judged judged, int quantity) {
        ProductView product = contents.products().get(judged.line().sku());
        if (product == null) {
            throw new IllegalStateException("Stock code " + judged.line().sku() + " was not taken into the catalogue.");
        }
        String text = judged.line().text().isEmpty()
                ? product.nameEn()
                : judged.line().text();
        return new PricedLine(
                number,
                product.id(),
                product.sku(),
                text,
                product.category(),
                quantity,
                judged.unit(),
                Math.multiplyExact(judged.unit(), quantity));
    }

    private Money sum(List<PricedLine> lines) {
        long total = lines.stream().mapToLong(PricedLine::amount).sum();
        return Money.of(total, contents.merchant().currency());
    }

    private Instant at(Invoice invoice) {
        return invoice.at().atZone(contents.merchant().zone()).toInstant();
    }

    private @Nullable UUID member(Invoice invoice) {
        String customer = invoice.customer();
        return customer == null ? null : contents.members().get(customer);
    }
}
