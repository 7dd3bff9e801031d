package org.walletcounter.reporting.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.walletcounter.kernel.Ids;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.reporting.internal.SalesBooks.Sale;

/** Sales that promotions, vouchers and points made cheaper, with their journals, as payments and refunds leave them. */
final class ReducedSales {

    private final SalesBooks books;

    ReducedSales(SalesBooks books) {
        this.books = books;
    }

    /** What promotes, seen from a sale. */
    record Cause(String step, UUID campaign, UUID source, String nameEn, String nameZh) {

        static Cause promotion(String nameEn, String nameZh) {
            UUID id = UUID.randomUUID();
            return new Cause("ORDER", id, id, nameEn, nameZh);
        }

        static Cause of(String step, String nameEn, String nameZh) {
            return new Cause(step, UUID.randomUUID(), UUID.randomUUID(), nameEn, nameZh);
        }

        /** Another voucher of the same campaign. */
        Cause another() {
            return new Cause(step, campaign, UUID.randomUUID(), nameEn, nameZh);
        }

        Off off(String party, long amount) {
            return new Off(this, party, amount);
        }
    }

    /** A part of a reduction that one pays for. */
    record Off(Cause cause, String party, long amount) {}

    /** A sale whose amount is what was paid in the end: with a line of two pieces, its price and its reductions. */
    UUID pay(Sale sale, StoreView where, Off... offs) {
        UUID journal = books.journal(sale.day(), where, sale.amount(), funders(1, offs));
        UUID payment = books.payment(sale, where, "SUCCEEDED", journal);
        if (sale.amount() > 0) {
            books.run(
                    "INSERT INTO transactions.tender (payment_id, line, kind, amount) VALUES (?, 1, ?, ?)",
                    payment,
                    sale.tender(),
                    sale.amount());
        }
        long off = sum("", offs);
        books.run(
                "INSERT INTO transactions.sale_line VALUES (?, 1, NULL, 'SKU', 'Text', ?, 2, ?, ?)",
                payment,
                sale.category(),
                (sale.amount() + off) / 2,
                sale.amount());
        books.run(
                "INSERT INTO transactions.pricing VALUES (?, ?, ?, ?, ?, '{}')",
                payment,
                sale.amount() + off,
                sale.amount() + sum("POINTS", offs),
                sum("POINTS", offs),
                sale.amount());
        int line = 0;
        for (Off each : offs) {
            books.run(
                    "INSERT INTO transactions.reduction VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    payment,
                    ++line,
                    each.cause().step(),
                    each.cause().source(),
                    each.cause().campaign(),
                    each.cause().nameEn(),
                    each.cause().nameZh(),
                    each.party(),
                    each.amount());
        }
        return payment;
    }

    UUID pay(Sale sale, Off... offs) {
        return pay(sale, books.store, offs);
    }

    /** Something that a sale gives besides, of which some came back. */
    void give(UUID payment, Cause cause, String kind, long count, long takenBack) {
        books.run(
                "INSERT INTO transactions.promise SELECT id, 1 + (SELECT count(*) FROM transactions.promise"
                        + " WHERE payment_id = id), merchant_id, store_id, member_id, ?, ?, ?, ?, 'MUG', ?, ?, ?,"
                        + " currency, now(), 'KEPT', NULL FROM transactions.payment WHERE id = ?",
                kind,
                cause.campaign(),
                cause.nameEn(),
                cause.nameZh(),
                count,
                takenBack,
                count * 250,
                payment);
    }

    /** What a sale was to give, as one of its promises in their order, cannot be given. */
    void fail(UUID payment, int line) {
        books.run("UPDATE transactions.promise SET state = 'FAILED' WHERE payment_id = ? AND line = ?", payment, line);
    }

    /** Money given back for such a sale, and to its funders what it undoes. */
    void refund(UUID payment, Sale sale, Off... undone) {
        UUID journal = books.journal(sale.day(), books.store, -sale.amount(), funders(-1, undone));
        UUID refund = Ids.at(Instant.now());
        books.run(
                "INSERT INTO transactions.refund (id, merchant_id, store_id, payment_id, amount, currency, tender_kind,"
                        + " reason, cashier_id, cashier, occurred_at, business_day, journal_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'returned', ?, ?, ?, ?, ?)",
                refund,
                books.merchant.id(),
                books.store.id(),
                payment,
                sale.amount(),
                books.merchant.currency(),
                sale.tender(),
                "staff:" + sale.cashier(),
                sale.cashier(),
                books.moment(sale),
                sale.day(),
                journal);
        int line = 0;
        for (Off each : undone) {
            books.run(
                    "INSERT INTO transactions.refund_reversal VALUES (?, ?, ?, ?, ?, ?)",
                    refund,
                    ++line,
                    each.cause().source(),
                    each.cause().campaign(),
                    each.party(),
                    each.amount());
        }
    }

    private Map<Long, Long> funders(int sign, Off... offs) {
        Map<Long, Long> funders = new LinkedHashMap<>();
        for (Off each : offs) {
            String owner = each.cause().step().equals("POINTS") ? "programme:" : "campaign:";
            String kind = switch (each.cause().step()) {
                case "VOUCHER" -> each.party().equals("merchant") ? "voucher-cost" : "voucher-clearing";
                case "POINTS" -> "points-funding";
                case "PRICE_LIST" -> "";
                default -> "promotion-funding";
            };
            boolean party = kind.equals("promotion-funding") || kind.equals("voucher-clearing");
            if (!kind.isEmpty()) {
                long account = books.account(
                        kind,
                        books.merchant.currency(),
                        party ? each.party() : owner + each.cause().campaign());
                funders.merge(account, sign * each.amount(), Long::sum);
            }
        }
        return funders;
    }

    private static long sum(String step, Off... offs) {
        return List.of(offs).stream()
                .filter(each -> step.isEmpty() || each.cause().step().equals(step))
                .mapToLong(Off::amount)
                .sum();
    }
}
