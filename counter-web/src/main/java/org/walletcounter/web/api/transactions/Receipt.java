package org.walletcounter.web.api.transactions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.SalePricing;
import org.walletcounter.transactions.SaleTax;
import org.walletcounter.transactions.Tender;

/** What a receipt shows: the payment without anybody's ids. */
public record Receipt(
        Seller merchant,
        Shop store,
        String saleNumber,
        PaymentState state,
        Money amount,
        Money refunded,
        List<Tender> tenders,
        List<Line> lines,
        @Nullable SalePricing pricing,
        List<SaleTax> taxes,
        long pointsEarned,
        @Nullable String memberName,
        String cashier,
        Instant occurredAt,
        LocalDate businessDay,
        List<Returned> refunds) {

    /** Who sold. */
    public record Seller(String nameEn, String nameZh, String zone) {}

    /** Where. */
    public record Shop(String nameEn, String nameZh, String address) {}

    /** What. */
    public record Line(int line, String sku, String text, int quantity, long unitAmount, long amount) {}

    /** What was given back. */
    public record Returned(Money amount, Instant occurredAt, List<Tender> tenders) {}
}
