package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

/**
 * What the ledger promises, whatever many do at once. Each property works for merchants of its own; the whole book is
 * checked after every try.
 */
class LedgerPropertiesTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate TODAY = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    private static final LedgerSettings SMALL_BATCHES = new LedgerSettings(3, 7, 1, 500, 10);
    private static final TestLedger LEDGER = TestLedger.with(TestDatabase.fresh(), Clock.systemUTC(), SMALL_BATCHES);

    @AfterContainer
    static void stop() {
        LEDGER.close();
    }

    /** I1, I2, I3, I4, I7, I11, I13, I16 and I17 together, with a reader that looks on. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theBooksHoldUnderRandomWork(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 10) int threads,
            @ForAll @IntRange(min = 1, max = 6) int wallets) {
        RandomWork work = new RandomWork(LEDGER, wallets);
        BankReader reader = new BankReader(LEDGER, work.merchant());
        CompletableFuture<Void> housekeeping = CompletableFuture.runAsync(LedgerPropertiesTest::housekeep);
        try (reader) {
            work.run(seed, threads, 60);
        }
        housekeeping.join();

        assertThat(reader.looks()).isPositive();
        assertThat(reader.findings()).isEmpty();
        assertThat(work.findings()).isEmpty();
        assertThat(work.paid()).as("payments").isPositive();
        assertThat(work.held()).as("holds").isPositive();
        assertThat(LEDGER.findings()).isEmpty();
    }

    /** Lapses holds and rolls up free accounts in the middle of it all. */
    private static void housekeep() {
        for (int i = 0; i < 5; i++) {
            LEDGER.foldTail();
            LEDGER.expireHolds();
        }
    }

    /** I3: however many spend at once, a wallet gives what it has and no more. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void aWalletGivesWhatItHasAndNoMore(
            @ForAll @IntRange(min = 1, max = 5000) int balance, @ForAll @IntRange(min = 1, max = 1000) int price) {
        Merchant merchant = new Merchant(balance);
        List<Outcome> outcomes = merchant.submitAtOnce(20, () -> merchant.paying(price));

        long paid = posted(outcomes);
        assertThat(paid).isEqualTo(Math.min(20, balance / price));
        assertThat(LEDGER.balance(merchant.wallet)).isEqualTo(balance - paid * price);
    }

    /** I4: a sale is paid once, whoever tries and with whatever key. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void aSaleIsPaidOnce(@ForAll @IntRange(min = 2, max = 30) int attempts) {
        Merchant merchant = new Merchant(100_000);
        List<Outcome> outcomes = merchant.submitAtOnce(attempts, () -> merchant.selling("the sale"));

        assertThat(posted(outcomes)).isEqualTo(1);
        assertThat(outcomes).filteredOn(Outcome.Refused.class::isInstance).hasSize(attempts - 1);
        assertThat(LEDGER.balance(merchant.wallet)).isEqualTo(99_990);
    }

    /** I16: a command is answered once; its repeats, at the same moment or later, are told so. A refused one stays so. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void aCommandIsDoneOnce(
            @ForAll @IntRange(min = 2, max = 30) int repeats, @ForAll @IntRange(min = 1, max = 20) int price) {
        Merchant merchant = new Merchant(10);
        CommandKey key = CommandKey.of("key:test", UUID.randomUUID().toString(), "content");
        List<Outcome> outcomes = merchant.submitAtOnce(
                repeats, () -> new Submission(merchant.paying(price).journal(), key, Companion.NONE));

        assertThat(outcomes).filteredOn(Outcome.Repeated.class::isInstance).hasSize(repeats - 1);
        assertThat(posted(outcomes)).isEqualTo(price <= 10 ? 1 : 0);
        LEDGER.submit(LEDGER.transfer(merchant.id, merchant.cash, merchant.wallet, 1000));
        assertThat(LEDGER.submit(new Submission(merchant.paying(price).journal(), key, Companion.NONE)))
                .isEqualTo(new Outcome.Repeated());
    }

    /** I7: partial refunds at the same moment never give back more than was paid. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void refundsNeverExceedWhatWasPaid(
            @ForAll @IntRange(min = 1, max = 1000) int paid, @ForAll @IntRange(min = 1, max = 1000) int back) {
        Merchant merchant = new Merchant(1000);
        Journal payment = merchant.paying(paid).journal();
        LEDGER.submit(payment);
        List<Outcome> outcomes = merchant.submitAtOnce(12, () -> merchant.refunding(payment, back));

        assertThat(posted(outcomes)).isEqualTo(Math.min(12, paid / back));
        assertThat(LEDGER.balance(merchant.wallet)).isEqualTo(1000 - paid + posted(outcomes) * back);
    }

    /** I11: a hold is confirmed by one of many, and gives the rest free. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void aHoldIsConfirmedOnce(
            @ForAll @IntRange(min = 1, max = 1000) int held, @ForAll @IntRange(min = 1, max = 1000) int used) {
        Merchant merchant = new Merchant(1000);
        HoldRequest hold = new HoldRequest(
                Ids.next(Clock.systemUTC()),
                merchant.wallet,
                held,
                Clock.systemUTC().instant().plusSeconds(60),
                "test");
        LEDGER.door().hold(hold);
        List<Outcome> outcomes = merchant.submitAtOnce(8, () -> merchant.confirming(hold, used));

        assertThat(posted(outcomes)).isEqualTo(used <= held ? 1 : 0);
        AccountView wallet = LEDGER.door().account(merchant.wallet).orElseThrow();
        assertThat(wallet.available()).isEqualTo(used <= held ? 1000 - used : 1000 - held);
    }

    /** I17: payments at the same moment do not slip over the day's cap together. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theDaysCapHolds(
            @ForAll @IntRange(min = 1, max = 500) int cap, @ForAll @IntRange(min = 1, max = 100) int price) {
        Merchant merchant = new Merchant(100_000);
        LEDGER.door().cap(merchant.wallet, new AccountView.Caps(null, (long) cap));

        assertThat(posted(merchant.submitAtOnce(15, () -> merchant.paying(price))))
                .isEqualTo(Math.min(15, cap / price));
    }

    /** I17: holds and payments at the same moment stay under the day's cap together, and each hold can be paid. */
    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theDaysCapHoldsForWhatIsHeldToo(
            @ForAll @IntRange(min = 1, max = 500) int cap, @ForAll @IntRange(min = 1, max = 100) int price) {
        Merchant merchant = new Merchant(100_000);
        LEDGER.door().cap(merchant.wallet, new AccountView.Caps((long) price, (long) cap));
        CompletableFuture<List<HoldRequest>> holding =
                CompletableFuture.supplyAsync(() -> merchant.holdAtOnce(8, price));
        long paid = posted(merchant.submitAtOnce(8, () -> merchant.paying(price)));
        List<HoldRequest> held = holding.join();

        assertThat(paid + held.size()).isEqualTo(Math.min(16, cap / price));
        assertThat(held)
                .allSatisfy(hold -> assertThat(LEDGER.submit(merchant.confirming(hold, price)))
                        .isInstanceOf(Outcome.Posted.class));
        assertThat(LEDGER.balance(merchant.wallet)).isEqualTo(100_000 - (paid + held.size()) * price);
    }

    private static long posted(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome.Posted.class::isInstance).count();
    }

    @FunctionalInterface
    private interface Making {
        Submission make();
    }

    /** A merchant with one wallet. */
    private static final class Merchant {

        private final UUID id = LEDGER.database().newMerchant();
        private final AccountId cash = LEDGER.free(id, "cash");
        private final AccountId revenue = LEDGER.free(id, "revenue");
        private final AccountId wallet = LEDGER.wallet(id, "member:1");

        Merchant(long balance) {
            LEDGER.submit(LEDGER.transfer(id, cash, wallet, balance));
        }

        Submission paying(long amount) {
            return plain(LEDGER.transfer(id, wallet, revenue, amount));
        }

        Submission selling(String sale) {
            Journal journal = paying(10).journal();
            return plain(TestLedger.with(
                    journal, journal.facts().claiming(List.of(new Claim("sale", sale, LedgerError.NAME_TAKEN)))));
        }

        Submission refunding(Journal payment, long amount) {
            Journal journal = LEDGER.transfer(id, revenue, wallet, amount);
            return plain(TestLedger.with(journal, journal.facts().reversing(payment.id())));
        }

        Submission confirming(HoldRequest hold, long amount) {
            Journal journal = paying(amount).journal();
            return plain(TestLedger.with(journal, journal.facts().confirming(List.of(hold.id()))));
        }

        private static Submission plain(Journal journal) {
            return new Submission(journal, null, Companion.NONE);
        }

        /** The holds that were placed. */
        List<HoldRequest> holdAtOnce(int count, long amount) {
            return IntStream.range(0, count)
                    .parallel()
                    .mapToObj(i -> new HoldRequest(
                            Ids.next(CLOCK), wallet, amount, CLOCK.instant().plusSeconds(60), "test", TODAY))
                    .filter(this::placed)
                    .toList();
        }

        private boolean placed(HoldRequest hold) {
            try {
                LEDGER.door().hold(hold);
                return true;
            } catch (CounterException refused) {
                return false;
            }
        }

        List<Outcome> submitAtOnce(int count, Making making) {
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            IntStream.range(0, count)
                    .forEach(i -> answers.add(LEDGER.later(making.make()).toCompletableFuture()));
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
