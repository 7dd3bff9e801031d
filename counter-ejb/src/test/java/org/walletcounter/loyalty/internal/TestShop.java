package org.walletcounter.loyalty.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Ids;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestTransactions;

/** A merchant with members and payments, as the tables of their modules say it. */
public final class TestShop implements MerchantFacts {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** The merchant. */
    public final UUID merchant;

    /** Who manages it. */
    public final Actor manager;

    /** What joins the transactions of {@link #in}. */
    public final Db db;

    /** What was read through it. */
    public final HeldRows held = new HeldRows();

    private final Clock clock;
    private final ZoneId zone;
    private final TestTransactions transactions;

    /** A new merchant in Greenwich. */
    public TestShop(TestDatabase database, Clock clock) {
        this(database, clock, ZoneOffset.UTC);
    }

    /** A new merchant somewhere. */
    public TestShop(TestDatabase database, Clock clock, ZoneId zone) {
        this.zone = zone;
        this.merchant = database.newMerchant();
        this.manager = new Actor("staff:1", "Ann", "manager", merchant, null);
        this.clock = clock;
        this.transactions = new TestTransactions(database.app());
        this.db = new Db(held.over(transactions.source()));
    }

    @Override
    public String currency(UUID merchantId) {
        return "GBP";
    }

    @Override
    public ZoneId zone(UUID merchantId) {
        return zone;
    }

    /** Runs in a transaction. */
    public <T> T in(java.util.function.Supplier<T> work) {
        return transactions.in(work);
    }

    /** Today. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** A member who joined so many days ago. */
    public UUID member(String language, int daysAgo) {
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO members.member (id, merchant_id, code, language, name_sealed, key_wrapped, joined_at)"
                        + " VALUES (?, ?, ?, ?, '\\x00', '\\x00', ?)",
                id,
                merchant,
                "M" + NUMBERS.incrementAndGet(),
                language,
                clock.instant().minus(Duration.ofDays(daysAgo)));
        return id;
    }

    /** Points that a member earned so many days ago, in a programme of their own. */
    public void earn(UUID member, long points, int daysAgo) {
        Instant at = clock.instant().minus(Duration.ofDays(daysAgo));
        UUID programme = Ids.next(clock);
        db.change(
                "INSERT INTO loyalty.programme (id, merchant_id, code, name_en, name_zh, made_at)"
                        + " VALUES (?, ?, ?, 'Points', '积分', ?)",
                programme,
                merchant,
                "P" + NUMBERS.incrementAndGet(),
                at);
        db.change(
                "INSERT INTO loyalty.lot (id, programme_id, member_id, journal_id, source, earned, left_over, pending,"
                        + " matures_at, made_at) VALUES (?, ?, ?, ?, 'PURCHASE', ?, ?, false, ?, ?)",
                Ids.next(clock),
                programme,
                member,
                Ids.next(clock),
                points,
                points,
                at,
                at);
    }

    /** A payment of a member, so many days ago by the business day. */
    public UUID pay(UUID member, long amount, int daysAgo) {
        return pay(member, amount, daysAgo, "tea", new UUID(0, 1));
    }

    /** A payment for goods of a category in a store. */
    public UUID pay(UUID member, long amount, int daysAgo, String category, UUID store) {
        UUID id = Ids.next(clock);
        db.change(
                "INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount, currency,"
                        + " tender_kind, member_id, cashier_id, cashier, occurred_at, business_day)"
                        + " VALUES (?, ?, ?, ?, 'SUCCEEDED', ?, 'GBP', 'CASH', ?, 'staff:1', 'Ann', ?, ?)",
                id,
                merchant,
                store,
                "S" + NUMBERS.incrementAndGet(),
                amount,
                member,
                clock.instant(),
                today().minusDays(daysAgo));
        db.change(
                "INSERT INTO transactions.sale_line (payment_id, line, sku, text, category, quantity, unit_amount, amount)"
                        + " VALUES (?, 1, 'X', 'X', ?, 1, ?, ?)",
                id,
                category,
                amount,
                amount);
        return id;
    }

    /** So much of a payment goes back. */
    public void giveBack(UUID payment, long amount) {
        db.change("UPDATE transactions.payment SET refunded = refunded + ? WHERE id = ?", amount, payment);
    }

    /** The goods of a payment come back, and no money goes. */
    public void takeBack(UUID payment) {
        UUID refund = Ids.next(clock);
        db.change(
                "INSERT INTO transactions.refund (id, merchant_id, store_id, payment_id, amount, currency, tender_kind,"
                        + " reason, cashier_id, cashier, occurred_at, business_day) SELECT ?, merchant_id, store_id,"
                        + " id, 0, currency, tender_kind, 'returned', cashier_id, cashier, occurred_at, business_day"
                        + " FROM transactions.payment WHERE id = ?",
                refund,
                payment);
        db.change(
                "INSERT INTO transactions.refund_line (refund_id, line, sku, text, category, quantity, unit_amount,"
                        + " amount, sale_line) SELECT ?, line, sku, text, category, quantity, unit_amount, 0, line"
                        + " FROM transactions.sale_line WHERE payment_id = ?",
                refund,
                payment);
    }
}
