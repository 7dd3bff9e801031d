package org.walletcounter.transactions.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.internal.checkout.TestCheckout;

/** Sales and returns of one merchant on days of the test's choice, through the real books. */
public final class TestSales {

    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final String CURRENCY = "GBP";

    private final Actor system;
    private final TestPersistence persistence;
    private final UUID store = UUID.randomUUID();
    private final RecordingSales sales;
    private final RecordingReturns returns;

    /** On a ledger. */
    public TestSales(TestLedger ledger, TestPersistence persistence, UUID merchant) {
        this.system = Actor.system(merchant);
        this.persistence = persistence;
        Clock clock = Clock.systemUTC();
        BookAccounts accounts = new BookAccounts(new AccountOpening(ledger.door()));
        Payments payments =
                new Payments(TestCheckout.kept(persistence.current()), TestCheckout.taxes(persistence.current()));
        payments.entities = persistence.current();
        sales = new RecordingSales(ledger.door(), accounts, clock);
        returns = new RecordingReturns(payments, new RefundJournals(accounts), ledger.door(), clock);
    }

    /** Goods of a category. */
    public static PricedLine goods(String category, long amount) {
        return new PricedLine(
                1, null, category.toUpperCase(java.util.Locale.ROOT), category, category, 1, amount, amount);
    }

    /** Sells to a member; gives the sale's number. */
    public String sell(@Nullable UUID member, LocalDate day, PricedLine... lines) {
        String number = "PLAN-" + NUMBERS.incrementAndGet();
        HistoricalSale sale = new HistoricalSale(
                store,
                number,
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                day,
                member,
                List.of(lines),
                sum(lines));
        sales.record(system, List.of(sale));
        return number;
    }

    /** Goods of a sale come back. */
    public void takeBack(String sale, LocalDate day, PricedLine... lines) {
        giveBack(sale, day, sum(lines), lines);
    }

    /** An amount of a sale goes back, and no goods come. */
    public void giveBack(String sale, LocalDate day, long minor) {
        giveBack(sale, day, Money.of(minor, CURRENCY));
    }

    private void giveBack(String sale, LocalDate day, Money amount, PricedLine... lines) {
        HistoricalReturn piece = new HistoricalReturn(
                store,
                "R" + NUMBERS.incrementAndGet(),
                sale,
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                day,
                null,
                List.of(lines),
                amount);
        persistence.inNew(() -> returns.record(system, List.of(piece)));
    }

    private static Money sum(PricedLine... lines) {
        return Money.of(Arrays.stream(lines).mapToLong(PricedLine::amount).sum(), CURRENCY);
    }
}
