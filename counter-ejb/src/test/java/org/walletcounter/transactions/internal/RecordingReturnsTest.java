package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.internal.TestLedger;
import org.walletcounter.orders.PricedLine;
import org.walletcounter.testing.TestDatabase;
import org.walletcounter.testing.TestPersistence;
import org.walletcounter.transactions.HistoricalReturn;
import org.walletcounter.transactions.HistoricalSale;
import org.walletcounter.transactions.SalesHistory.Recorded;
import org.walletcounter.transactions.SalesHistory.Result;
import org.walletcounter.transactions.internal.checkout.TestCheckout;

/** Returns of the past against sales of the past, in the real books. */
class RecordingReturnsTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), CLOCK);
    private static final TestPersistence PERSISTENCE = new TestPersistence(LEDGER.transactions());
    private static final LocalDate DAY = LocalDate.of(2010, 12, 9);

    private final Actor system = Actor.system(TestDatabase.shared().newMerchant());
    private final UUID store = UUID.randomUUID();
    private final BookAccounts accounts = new BookAccounts(new AccountOpening(LEDGER.door()));
    private final Payments payments =
            new Payments(TestCheckout.kept(PERSISTENCE.current()), TestCheckout.taxes(PERSISTENCE.current()));
    private final RecordingReturns recording =
            new RecordingReturns(payments, new RefundJournals(accounts), LEDGER.door(), CLOCK);

    @BeforeEach
    void aSaleOfTenPounds() {
        payments.entities = PERSISTENCE.current();
        HistoricalSale sale = new HistoricalSale(
                store, "536365", at(), DAY.minusDays(1), null, List.of(line(1000)), Money.of(1000, "GBP"));
        new RecordingSales(LEDGER.door(), accounts, CLOCK).record(system, List.of(sale));
    }

    @AfterAll
    static void stop() {
        LEDGER.close();
    }

    @Test
    void aReturnGivesBackPartOfItsSaleOnItsOwnDay() {
        Recorded recorded = one(piece("C1", "536365", 300));
        assertThat(recorded.result()).isEqualTo(Result.BOOKED);
        Refund refund = find(recorded);
        assertThat(refund.number()).isEqualTo("C1");
        assertThat(refund.businessDay()).isEqualTo(DAY);
        assertThat(refund.amount()).isEqualTo(300);
        assertThat(payment().id()).isEqualTo(refund.paymentId());
        assertThat(payment().left()).isEqualTo(700);
        assertThat(balance(accounts.revenue(system.merchantId(), store, "GBP"))).isEqualTo(700);
        assertThat(balance(accounts.historical(system.merchantId(), store, "GBP")))
                .isEqualTo(-700);
    }

    @Test
    void itsJournalTurnsTheSalesRound() {
        Refund refund = find(one(piece("C1", "536365", 300)));
        assertThat(LEDGER.door().journal(refund.journalId())).hasValueSatisfying(view -> {
            assertThat(view.journal().facts().reverses()).isEqualTo(payment().journalId());
            assertThat(view.journal().facts().businessDay()).isEqualTo(DAY);
            assertThat(view.journal().postings()).extracting(Posting::amount).containsExactly(-300L, 300L);
        });
    }

    @Test
    void aNumberIsBookedOnceInOneCallAndForEver() {
        assertThat(record(piece("C1", "536365", 300), piece("C1", "536365", 300)))
                .extracting(Recorded::result)
                .containsExactly(Result.BOOKED, Result.ALREADY_THERE);
        assertThat(one(piece("C1", "536365", 300)).result()).isEqualTo(Result.ALREADY_THERE);
        assertThat(payment().left()).isEqualTo(700);
    }

    @Test
    void noMoreComesBackThanWasSoldAndWhatCannotBeBookedLeavesTheOthersAlone() {
        assertThat(record(
                        piece("C1", "536365", 600),
                        piece("C2", "536365", 401),
                        piece("C3", "no such sale", 1),
                        piece("C4", "536365", 400)))
                .extracting(Recorded::number, Recorded::result)
                .containsExactly(
                        tuple("C1", Result.BOOKED),
                        tuple("C2", Result.EXCEEDS_SALE),
                        tuple("C3", Result.NO_SUCH_SALE),
                        tuple("C4", Result.BOOKED));
        assertThat(payment().left()).isZero();
    }

    @Test
    void aReturnWhoseSaleLiesBeforeTheBooksReversesNothing() {
        Refund refund = find(one(piece("C1", null, 250)));
        assertThat(refund.paymentId()).isNull();
        assertThat(LEDGER.door().journal(refund.journalId()))
                .hasValueSatisfying(
                        view -> assertThat(view.journal().facts().reverses()).isNull());
        assertThat(payment().left()).isEqualTo(1000);
        assertThat(balance(accounts.revenue(system.merchantId(), store, "GBP"))).isEqualTo(750);
    }

    @Test
    void anotherMerchantsSaleIsNoSale() {
        Actor stranger = Actor.system(TestDatabase.shared().newMerchant());
        List<Recorded> recorded =
                PERSISTENCE.inNew(() -> recording.record(stranger, List.of(piece("C1", "536365", 300))));
        assertThat(recorded).extracting(Recorded::result).containsExactly(Result.NO_SUCH_SALE);
    }

    private Recorded one(HistoricalReturn piece) {
        return record(piece).get(0);
    }

    private List<Recorded> record(HistoricalReturn... pieces) {
        return PERSISTENCE.inNew(() -> recording.record(system, List.of(pieces)));
    }

    private Refund find(Recorded recorded) {
        return PERSISTENCE.inNew(() -> PERSISTENCE.current().find(Refund.class, recorded.id()));
    }

    private Payment payment() {
        return PERSISTENCE.inNew(
                () -> payments.lockedPaid(system, List.of("536365")).get(0));
    }

    private static long balance(AccountId account) {
        return LEDGER.door().account(account).orElseThrow().balance();
    }

    private HistoricalReturn piece(String number, @Nullable String sale, long amount) {
        return new HistoricalReturn(
                store, number, sale, at(), DAY, null, List.of(line(amount)), Money.of(amount, "GBP"));
    }

    private static PricedLine line(long amount) {
        return new PricedLine(1, null, "CUP", "Cup", "Cups", 1, amount, amount);
    }

    private static Instant at() {
        return Instant.parse("2010-12-09T09:30:00Z");
    }
}
