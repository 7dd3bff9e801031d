package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

class SubmittingTest {

    private static final TestLedger LEDGER = TestLedger.on(TestDatabase.shared(), Clock.systemUTC());
    private static final Companion.Table ANSWERS = new Companion.Table(
            "kernel.command",
            List.of("id", "content_hash", "status", "answer"),
            List.of("uuid", "text", "int4", "text"));

    private final UUID merchant = TestDatabase.shared().newMerchant();
    private AccountId wallet;
    private AccountId cash;
    private AccountId revenue;

    @BeforeEach
    void aWalletWithTenPounds() {
        wallet = LEDGER.wallet(merchant, "member:1");
        cash = LEDGER.free(merchant, "cash");
        revenue = LEDGER.free(merchant, "revenue");
        LEDGER.submit(LEDGER.transfer(merchant, cash, wallet, 1000));
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void aPaymentMovesItsAmount() {
        Journal payment = LEDGER.transfer(merchant, wallet, revenue, 400);

        Outcome outcome = LEDGER.submit(payment);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Posted.class, posted -> {
            assertThat(posted.journalId()).isEqualTo(payment.id());
            assertThat(posted.balances()).containsOnly(org.assertj.core.api.Assertions.entry(wallet, 600L));
        });
        assertThat(LEDGER.balance(wallet)).isEqualTo(600);
        assertThat(LEDGER.balance(revenue)).isEqualTo(400);
        assertThat(LEDGER.balance(cash)).isEqualTo(-1000);
    }

    @Test
    void whatIsReadBackIsWhatWasSubmitted() {
        Journal plain = LEDGER.transfer(merchant, wallet, revenue, 400);
        Journal payment = TestLedger.with(
                plain, plain.facts().claiming(List.of(new Claim("sale", "a \"b\\ , {} 1", LedgerError.NAME_TAKEN))));
        LEDGER.submit(payment);

        assertThat(LEDGER.door().journal(payment.id())).hasValueSatisfying(view -> {
            assertThat(JournalBytes.hash(view.journal())).isEqualTo(JournalBytes.hash(payment));
            assertThat(view.lines()).extracting(line -> line.terms().kind()).containsExactly("wallet", "revenue");
        });
    }

    @Test
    void thePoundThatIsNotThereIsRefused() {
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 1001)))
                .isEqualTo(new Outcome.Refused(LedgerError.INSUFFICIENT_FUNDS, List.of("10.00 GBP")));
        assertThat(LEDGER.balance(wallet)).isEqualTo(1000);
    }

    @Test
    void theSameCommandIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 1), key))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 1), key))
                .isEqualTo(new Outcome.Repeated());
        assertThat(LEDGER.balance(wallet)).isEqualTo(999);
    }

    /** Who sends a command again, after whatever new version, must not have it done twice. */
    @Test
    void aCommandIsKnownByTheKeyItAlwaysHad() {
        assertThat(Entry.commandId(new CommandKey("till", "k", "content")))
                .isEqualTo(UUID.fromString("37e20372-e6cc-3f32-304d-8dded3011d8d"));
    }

    @Test
    void aRefusedCommandStaysRefused() {
        String key = UUID.randomUUID().toString();
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 5000), key))
                .isInstanceOf(Outcome.Refused.class);
        LEDGER.submit(LEDGER.transfer(merchant, cash, wallet, 9000));
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 5000), key))
                .isEqualTo(new Outcome.Repeated());
    }

    @Test
    void aNameIsUsedOnceAndARefusedJournalLeavesItFree() {
        assertThat(LEDGER.submit(selling(5000, "sale-1"))).isInstanceOf(Outcome.Refused.class);
        assertThat(LEDGER.submit(selling(10, "sale-1"))).isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.submit(selling(10, "sale-1")))
                .isEqualTo(new Outcome.Refused(KernelError.CHANGED_MEANWHILE, List.of("sale-1")));
    }

    @Test
    void companionsAreKeptForBothOutcomes() {
        CommandKey paid = CommandKey.of("key:test", UUID.randomUUID().toString(), "x");
        CommandKey refused = CommandKey.of("key:test", UUID.randomUUID().toString(), "x");
        LEDGER.submit(new Submission(LEDGER.transfer(merchant, wallet, revenue, 1), paid, answering(paid)));
        LEDGER.submit(new Submission(LEDGER.transfer(merchant, wallet, revenue, 9999), refused, answering(refused)));

        assertThat(answer(paid)).isEqualTo("Posted");
        assertThat(answer(refused)).isEqualTo("Refused");
    }

    @Test
    void aFaultyCompanionSpoilsOnlyItsOwnJournal() {
        CommandKey key = CommandKey.of("key:test", UUID.randomUUID().toString(), "x");
        Companion twice = outcome -> List.of(
                answering(key).rows(outcome).get(0),
                answering(key).rows(outcome).get(0));
        Journal faulty = LEDGER.transfer(merchant, wallet, revenue, 5);

        assertThat(LEDGER.submit(new Submission(faulty, key, twice)))
                .isEqualTo(new Outcome.Refused(
                        KernelError.INTERNAL, List.of(faulty.id().toString())));
        assertThat(LEDGER.submit(new Submission(LEDGER.transfer(merchant, wallet, revenue, 5), key, answering(key))))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.balance(wallet)).isEqualTo(995);
    }

    @Test
    void whatIsOutOfBalanceIsRefused() {
        assertThat(LEDGER.submit(LEDGER.journal(merchant, "x", new Posting(cash, -3), new Posting(wallet, 2))))
                .isEqualTo(new Outcome.Refused(LedgerError.NOT_BALANCED, List.of()));
    }

    @Test
    void theCapOfTheDayHoldsOverSeveralPayments() {
        LEDGER.door().cap(wallet, new AccountView.Caps(300L, 500L));
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 301)))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_SINGLE_CAP, List.of("3.00 GBP")));
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 300)))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 201)))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_DAILY_CAP, List.of("5.00 GBP", "2.00 GBP")));
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 200)))
                .isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void whatIsTakenBackIsNoSpendingOnWhateverDay() {
        LEDGER.door().cap(wallet, new AccountView.Caps(300L, 500L));
        Journal today = LEDGER.transfer(merchant, wallet, revenue, 300);
        LEDGER.submit(today);
        assertThat(LEDGER.submit(LEDGER.recovery(merchant, wallet, revenue, 400)))
                .isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 201)))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_DAILY_CAP, List.of("5.00 GBP", "2.00 GBP")));
        LEDGER.submit(on(today.facts().businessDay().plusDays(1), 10));
        assertThat(LEDGER.submit(on(today.facts().businessDay(), 201)))
                .isEqualTo(new Outcome.Refused(LedgerError.OVER_DAILY_CAP, List.of("5.00 GBP", "2.00 GBP")));
        assertThat(LEDGER.submit(on(today.facts().businessDay(), 200))).isInstanceOf(Outcome.Posted.class);
        assertThat(LEDGER.submit(LEDGER.recovery(merchant, wallet, revenue, 91)))
                .isEqualTo(new Outcome.Refused(LedgerError.INSUFFICIENT_FUNDS, List.of("0.90 GBP")));
        assertThat(LEDGER.door().check()).noneMatch(finding -> finding.subject().equals("account " + wallet.value()));
    }

    @Test
    void aJournalThatTakesBackIsKeptAndHashedAsOne() {
        Journal recovery = LEDGER.recovery(merchant, wallet, revenue, 400);
        LEDGER.submit(recovery);

        assertThat(LEDGER.door().journal(recovery.id())).hasValueSatisfying(view -> {
            assertThat(view.journal().facts().recovers()).isTrue();
            assertThat(JournalBytes.hash(view.journal())).isEqualTo(JournalBytes.hash(recovery));
        });
        Journal payment = TestLedger.with(
                recovery,
                Journal.Facts.plain(
                        recovery.facts().occurredAt(),
                        recovery.facts().businessDay(),
                        recovery.facts().document()));
        assertThat(JournalBytes.hash(payment)).isNotEqualTo(JournalBytes.hash(recovery));
    }

    private Journal on(LocalDate day, long amount) {
        Journal journal = LEDGER.transfer(merchant, wallet, revenue, amount);
        return TestLedger.with(
                journal,
                Journal.Facts.plain(
                        journal.facts().occurredAt(), day, journal.facts().document()));
    }

    @Test
    void nothingLeavesAFrozenWalletButValueArrives() {
        LEDGER.door().freeze(wallet, true);
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, wallet, revenue, 1)))
                .isEqualTo(new Outcome.Refused(LedgerError.ACCOUNT_FROZEN, List.of()));
        assertThat(LEDGER.submit(LEDGER.transfer(merchant, cash, wallet, 1))).isInstanceOf(Outcome.Posted.class);
    }

    @Test
    void anotherMerchantsAccountDoesNotExist() {
        UUID stranger = UUID.randomUUID();
        assertThat(LEDGER.submit(LEDGER.transfer(stranger, wallet, revenue, 1)))
                .isEqualTo(new Outcome.Refused(LedgerError.NO_SUCH_ACCOUNT, List.of(Long.toString(wallet.value()))));
    }

    @Test
    void postingJoinsTheCallersTransaction() {
        assertThatThrownBy(() -> LEDGER.transactions().in(() -> {
                    LEDGER.door().post(LEDGER.transfer(merchant, wallet, revenue, 10));
                    throw new IllegalStateException("the caller changes its mind");
                }))
                .hasMessage("the caller changes its mind");
        assertThat(LEDGER.balance(wallet)).isEqualTo(1000);

        assertThat(LEDGER.door()
                        .post(LEDGER.transfer(merchant, wallet, revenue, 10))
                        .balances())
                .containsEntry(wallet, 990L);
    }

    @Test
    void postingWhatIsRefusedThrowsTheRefusal() {
        assertThatThrownBy(() -> LEDGER.door().post(LEDGER.transfer(merchant, wallet, revenue, 1001)))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.INSUFFICIENT_FUNDS));
    }

    @Test
    void aTakenNameRefusesNothingElseOfItsBatch() {
        LEDGER.submit(selling(100, "sale-9"));

        List<Outcome> outcomes = LEDGER.inOneBatch(List.of(
                selling(100, "sale-10"), selling(100, "sale-9"), selling(100, "sale-10"), selling(100, "sale-11")));

        assertThat(outcomes)
                .extracting(outcome -> outcome instanceof Outcome.Refused refused ? refused.error() : "posted")
                .containsExactly("posted", KernelError.CHANGED_MEANWHILE, KernelError.CHANGED_MEANWHILE, "posted");
        assertThat(LEDGER.balance(wallet)).isEqualTo(700);
    }

    private Journal selling(long amount, String sale) {
        Journal journal = LEDGER.transfer(merchant, wallet, revenue, amount);
        return TestLedger.with(
                journal, journal.facts().claiming(List.of(new Claim("sale", sale, KernelError.CHANGED_MEANWHILE))));
    }

    private static Companion answering(CommandKey key) {
        return outcome -> List.of(new Companion.Row(ANSWERS, new Object[] {
            key.claimId(), key.contentHash(), 200, outcome.getClass().getSimpleName()
        }));
    }

    private static String answer(CommandKey key) {
        try (var connection = LEDGER.database().app().getConnection();
                var select = connection.prepareStatement("SELECT answer FROM kernel.command WHERE id = ?")) {
            select.setObject(1, key.claimId());
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "nothing";
            }
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
