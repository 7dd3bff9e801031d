package org.walletcounter.transactions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Companion.Table;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.transactions.PaymentView;
import org.walletcounter.transactions.Tender;
import org.walletcounter.transactions.TenderKind;

/** The rows that the ledger's writer inserts for a payment, in the transaction of its journal. */
final class PaymentRows {

    private static final Table PAYMENT = new Table(
            "transactions.payment",
            List.of(
                    "id",
                    "merchant_id",
                    "store_id",
                    "till_id",
                    "sale_number",
                    "state",
                    "refusal",
                    "amount",
                    "currency",
                    "tender_kind",
                    "member_id",
                    "member_name",
                    "cashier_id",
                    "cashier",
                    "occurred_at",
                    "business_day",
                    "journal_id",
                    "receipt_key",
                    "took_millis",
                    "points_earned"),
            List.of(
                    "uuid",
                    "uuid",
                    "uuid",
                    "uuid",
                    "text",
                    "text",
                    "text",
                    "int8",
                    "text",
                    "text",
                    "uuid",
                    "text",
                    "text",
                    "text",
                    "timestamptz",
                    "date",
                    "uuid",
                    "uuid",
                    "int4",
                    "int8"));

    private static final Table TENDER = new Table(
            "transactions.tender",
            List.of("payment_id", "line", "kind", "amount", "received", "account_id", "rounding"),
            List.of("uuid", "int4", "text", "int8", "int8", "int8", "int8"));

    private static final Table SALE_LINE = new Table(
            "transactions.sale_line",
            List.of(
                    "payment_id",
                    "line",
                    "product_id",
                    "sku",
                    "text",
                    "category",
                    "quantity",
                    "unit_amount",
                    "amount",
                    "tax_code",
                    "tax"),
            List.of("uuid", "int4", "uuid", "text", "text", "text", "int4", "int8", "int8", "text", "int8"));

    private static final Table COMMAND = new Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));

    private static final Table OUTBOX =
            new Table("kernel.outbox", List.of("topic", "aggregate", "payload"), List.of("text", "uuid", "text"));

    private PaymentRows() {}

    /** The payment with its tenders and lines. */
    static List<Row> of(PaymentView payment, Actor actor, Secrets secrets) {
        List<Row> rows =
                new ArrayList<>(1 + payment.tenders().size() + payment.lines().size());
        rows.add(payment(payment, actor, secrets));
        int line = 0;
        for (Tender tender : payment.tenders()) {
            rows.add(tender(payment, ++line, tender, secrets.wallet()));
        }
        for (PricedLine sold : payment.lines()) {
            rows.add(line(payment, sold));
        }
        return rows;
    }

    /** The answer, to be given again to whoever comes with the same key. */
    static Row command(CommandKey key, int status, String answer) {
        return row(COMMAND, key.claimId(), key.contentHash(), status, answer);
    }

    /** A message for who must hear of it later. */
    static Row message(String topic, PaymentView payment) {
        return row(OUTBOX, topic, payment.id(), PaymentJson.message(payment));
    }

    /** The one kind of the tenders; MIXED where there are several, OFFERS where vouchers and points paid for all. */
    static String kindOf(List<Tender> tenders) {
        List<TenderKind> kinds = tenders.stream().map(Tender::kind).distinct().toList();
        return kindNamed(kinds);
    }

    static String kindNamed(List<TenderKind> kinds) {
        return switch (kinds.size()) {
            case 0 -> "OFFERS";
            case 1 -> kinds.get(0).name();
            default -> "MIXED";
        };
    }

    private static Row payment(PaymentView payment, Actor actor, Secrets secrets) {
        return row(
                PAYMENT,
                payment.id(),
                payment.merchantId(),
                payment.storeId(),
                payment.tillId(),
                payment.saleNumber(),
                payment.state().name(),
                payment.refusal(),
                payment.amount().minor(),
                payment.amount().currency(),
                kindOf(payment.tenders()),
                payment.memberId(),
                payment.memberName(),
                actor.id(),
                actor.name(),
                payment.occurredAt(),
                payment.businessDay(),
                payment.journalId(),
                payment.journalId() == null ? null : secrets.receiptKey(),
                payment.tookMillis(),
                payment.pointsEarned());
    }

    private static Row tender(PaymentView payment, int line, Tender tender, @Nullable AccountId wallet) {
        return row(
                TENDER,
                payment.id(),
                line,
                tender.kind().name(),
                tender.amount().minor(),
                tender.received() == null ? null : tender.received().minor(),
                tender.kind() == TenderKind.WALLET && wallet != null ? wallet.value() : null,
                tender.rounding());
    }

    private static Row line(PaymentView payment, PricedLine line) {
        return row(
                SALE_LINE,
                payment.id(),
                line.line(),
                line.productId(),
                line.sku(),
                line.text(),
                line.category(),
                line.quantity(),
                line.unitAmount(),
                line.amount(),
                line.taxCode(),
                line.tax());
    }

    private static Row row(Table table, @Nullable Object... values) {
        return new Row(table, values);
    }

    /** What stands in the rows but in no view. */
    record Secrets(UUID receiptKey, @Nullable AccountId wallet) {}
}
