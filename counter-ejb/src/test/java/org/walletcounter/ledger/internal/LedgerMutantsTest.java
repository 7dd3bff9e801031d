package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.HoldRequest;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;
import org.walletcounter.testing.TestDatabase;

/**
 * Watches the watchmen: a ledger that is broken in one way must turn exactly the promise red that it breaks. The database's
 * own walls are taken down where they would stop the fault before the check sees it. Every scenario runs on a sound ledger
 * too and must stay green there.
 */
class LedgerMutantsTest {

    private static final LedgerSettings ONE_BY_ONE = new LedgerSettings(6, 1, 2000, 10);
    private static final TestDatabase SOUND = TestDatabase.fresh();
    private static final String CLAIM = "INSERT INTO ledger.claim (id, journal_id) SELECT id, journal_id";
    private static final String ONCE = "ON CONFLICT DO NOTHING RETURNING id";

    /** A fault, where it shows, and what must turn red. */
    private record Case(String name, Mutant mutant, List<String> walls, Scenario scenario, String red) {
        @Override
        public String toString() {
            return name;
        }
    }

    @FunctionalInterface
    private interface Scenario {
        void play(Shop shop);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "postings that do not balance are let through",
                        Mutant.without(LedgerError.NOT_BALANCED),
                        List.of(without("balanced")),
                        Shop::bookOutOfBalance,
                        "I1"),
                new Case(
                        "accounts are not locked",
                        Mutant.replacing("ORDER BY a.id FOR NO KEY UPDATE", ""),
                        List.of(),
                        Shop::hammerOneWallet,
                        "I2"),
                new Case(
                        "balances are not written back",
                        Mutant.replacing("WHERE a.id = t.id", "WHERE a.id = t.id AND a.id < 0"),
                        List.of(),
                        Shop::topUp,
                        "I2"),
                new Case(
                        "what free accounts receive is forgotten",
                        Mutant.replacing(
                                "INTO ledger.tail (account_id, amount) SELECT * FROM unnest(?, ?)",
                                "INTO ledger.tail (account_id, amount) SELECT * FROM unnest(?, ?) LIMIT 0"),
                        List.of(),
                        Shop::topUp,
                        "I2"),
                new Case(
                        "wallets may go below their floor",
                        Mutant.without(LedgerError.INSUFFICIENT_FUNDS),
                        List.of("ALTER TABLE ledger.account DROP CONSTRAINT account_floor"),
                        Shop::overspend,
                        "I3"),
                new Case(
                        "names are not claimed",
                        Mutant.replacing(CLAIM, "SELECT id").and(Mutant.replacing(ONCE, "")),
                        List.of(),
                        Shop::sellTwice,
                        "I4"),
                new Case(
                        "commands are not claimed",
                        Mutant.replacing(CLAIM, "SELECT id").and(Mutant.replacing(ONCE, "")),
                        List.of(),
                        Shop::commandTwice,
                        "I4"),
                new Case(
                        "names are looked up but a race is not noticed",
                        Mutant.replacing(ONCE, "ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING id"),
                        List.of(without("append_only"), "GRANT UPDATE ON ledger.claim TO counter_app"),
                        Shop::sellAtOnce,
                        "I4"),
                new Case(
                        "refunds are not added up",
                        Mutant.without(LedgerError.EXCEEDS_REVERSED),
                        List.of(),
                        Shop::refundTwice,
                        "I7"),
                new Case(
                        "refunds are added up without a lock",
                        Mutant.replacing("SELECT pg_advisory_xact_lock(hashtextextended(id::text, 0))", "SELECT id"),
                        List.of(),
                        Shop::refundAtOnce,
                        "I7"),
                new Case(
                        "a hold is confirmed twice",
                        Mutant.without(LedgerError.HOLD_NOT_OPEN),
                        List.of(without("resolved_once")),
                        Shop::confirmTwice,
                        "I11"),
                new Case(
                        "a released hold is not given back",
                        Mutant.replacing("SET held = a.held - g.amount", "SET held = a.held"),
                        List.of(),
                        Shop::holdAndRelease,
                        "I11"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultTurnsExactlyItsPromiseRed(Case fault) {
        TestDatabase database = TestDatabase.fresh();
        fault.walls().forEach(database::asOwner);
        try (TestLedger ledger = TestLedger.broken(database, ONE_BY_ONE, fault.mutant())) {
            fault.scenario().play(new Shop(ledger));
            assertThat(ledger.findings()).containsExactly(fault.red());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameOnASoundLedgerIsGreen(Case fault) {
        try (TestLedger ledger = TestLedger.with(SOUND, Clock.systemUTC(), ONE_BY_ONE)) {
            fault.scenario().play(new Shop(ledger));
            assertThat(ledger.findings()).isEmpty();
        }
    }

    @Test
    void aChangeBehindTheApplicationsBackTurnsItsHashRed() {
        TestDatabase database = TestDatabase.fresh();
        try (TestLedger ledger = TestLedger.with(database, Clock.systemUTC(), ONE_BY_ONE)) {
            Shop shop = new Shop(ledger);
            shop.sellTwice();
            String forged = "UPDATE ledger.journal SET document = '{}' WHERE kind = 'payment'";
            assertThatThrownBy(() -> database.asOwner(forged)).rootCause().hasMessageContaining("append-only");
            assertThat(ledger.findings()).isEmpty();

            database.asOwner(without("append_only"), forged);
            assertThat(ledger.findings()).containsExactly("I13");
        }
    }

    /** Takes down a trigger wherever it stands. */
    private static String without(String trigger) {
        return "DO $$ DECLARE place regclass; BEGIN FOR place IN SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = '"
                + trigger + "' LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER " + trigger + "', place);"
                + " END LOOP; END $$";
    }

    /** A merchant with a wallet of ten pounds, and what may go wrong there. */
    private static final class Shop {

        private final TestLedger ledger;
        private final UUID id;
        private final AccountId cash;
        private final AccountId revenue;
        private final AccountId wallet;

        Shop(TestLedger ledger) {
            this.ledger = ledger;
            this.id = ledger.database().newMerchant();
            this.cash = ledger.free(id, "cash");
            this.revenue = ledger.free(id, "revenue");
            this.wallet = ledger.wallet(id, "member:1");
            topUp();
        }

        void topUp() {
            ledger.submit(ledger.transfer(id, cash, wallet, 1000));
        }

        void bookOutOfBalance() {
            ledger.submit(ledger.journal(id, "payment", new Posting(wallet, -100), new Posting(revenue, 99)));
        }

        void hammerOneWallet() {
            atOnce(400, () -> ledger.transfer(id, cash, wallet, 7));
        }

        void overspend() {
            ledger.submit(ledger.transfer(id, wallet, revenue, 1001));
        }

        void sellTwice() {
            ledger.submit(selling("sale"));
            ledger.submit(selling("sale"));
        }

        void sellAtOnce() {
            for (int i = 0; i < 20; i++) {
                String sale = "sale-" + i;
                atOnce(12, () -> selling(sale));
            }
        }

        void commandTwice() {
            String key = id + "/key";
            ledger.submit(ledger.transfer(id, wallet, revenue, 1), key);
            ledger.submit(ledger.transfer(id, wallet, revenue, 1), key);
        }

        void refundTwice() {
            Journal sale = selling("sale");
            ledger.submit(sale);
            ledger.submit(refunding(sale, 60));
            ledger.submit(refunding(sale, 60));
        }

        void refundAtOnce() {
            for (int i = 0; i < 20; i++) {
                Journal sale = selling("sale-" + i);
                ledger.submit(sale);
                atOnce(12, () -> refunding(sale, 60));
            }
        }

        void confirmTwice() {
            HoldRequest hold = hold(100);
            hold(100);
            ledger.submit(confirming(hold, 50));
            ledger.submit(confirming(hold, 50));
        }

        void holdAndRelease() {
            ledger.door().release(hold(100).id());
        }

        /** A cash sale: it touches free accounts only, so nothing but the names and the refunds' sum is in its way. */
        private Journal selling(String sale) {
            Journal journal = ledger.transfer(id, cash, revenue, 100);
            return TestLedger.with(
                    journal, journal.facts().claiming(List.of(new Claim("sale", sale, LedgerError.NAME_TAKEN))));
        }

        private Journal refunding(Journal sale, long amount) {
            Journal journal = ledger.transfer(id, revenue, cash, amount);
            return TestLedger.with(journal, journal.facts().reversing(sale.id()));
        }

        private HoldRequest hold(long amount) {
            Clock clock = Clock.systemUTC();
            HoldRequest hold = new HoldRequest(
                    Ids.next(clock), wallet, amount, clock.instant().plusSeconds(60), "test");
            ledger.door().hold(hold);
            return hold;
        }

        private Journal confirming(HoldRequest hold, long amount) {
            Journal journal = ledger.transfer(id, wallet, revenue, amount);
            return TestLedger.with(journal, journal.facts().confirming(List.of(hold.id())));
        }

        private void atOnce(int count, Supplier<Journal> making) {
            List<CompletableFuture<Outcome>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                answers.add(ledger.later(new Submission(making.get(), null, Companion.NONE))
                        .toCompletableFuture());
            }
            answers.forEach(CompletableFuture::join);
        }
    }
}
