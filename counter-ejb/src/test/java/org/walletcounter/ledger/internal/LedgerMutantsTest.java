package org.walletcounter.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.testing.TestDatabase;

/**
 * Watches the watchmen: a ledger that is broken in one way must turn exactly the promise red that it breaks. The database's
 * own walls are taken down where they would stop the fault before the check sees it. Every scenario runs on a sound ledger
 * too and must stay green there.
 */
class LedgerMutantsTest {

    private static final LedgerSettings ONE_BY_ONE = new LedgerSettings(6, 1, 1, 2000, 10);
    private static final TestDatabase SOUND = TestDatabase.fresh();
    private static final String CLAIM = "INSERT INTO ledger.claim (id, journal_id) SELECT id, journal_id";
    private static final String ONCE = "ON CONFLICT DO NOTHING RETURNING id";

    private static final String REFUSED_AGAIN = "ON CONFLICT (id) DO UPDATE SET id = excluded.id WHERE NOT EXISTS"
            + " (SELECT 1 FROM ledger.journal j WHERE j.id = claim.journal_id) RETURNING id";
    private static final String SUM_BEFORE_THE_LOCK = "SELECT l.id, l.merchant_id, l.unit, l.floor, l.frozen,"
            + " l.cap_single, l.cap_daily, l.balance, l.held, b.out_day, b.out_today"
            + " FROM locked l JOIN ledger.account b ON b.id = l.id UNION ALL";
    private static final String LOCK_FOR_HOLD = "WHERE id = ? AND floor IS NOT NULL FOR NO KEY UPDATE";
    private static final String LOOK_FOR_HOLD = "WHERE id = ? AND floor IS NOT NULL AND pg_sleep(0.05) IS NOT NULL";

    /** A fault, where it shows, and what must turn red. */
    private record Case(String name, Mutant mutant, List<String> walls, Scenario scenario, String red) {

        Case(String name, Mutant mutant, Scenario scenario, String red) {
            this(name, mutant, List.of(), scenario, red);
        }

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
        return Stream.of(booking(), answering(), capping()).flatMap(List::stream);
    }

    private static List<Case> booking() {
        return List.of(
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

    private static List<Case> answering() {
        return List.of(
                new Case(
                        "a replay answers something else",
                        Mutant.replacing("SELECT content_hash, status, answer", "SELECT content_hash, status, 'paid'"),
                        Shop::askAgain,
                        "I16"),
                new Case(
                        "a key forgets what was asked under it",
                        Mutant.forgettingContent(),
                        Shop::askForSomethingElse,
                        "I16"),
                new Case(
                        "a refused command may be sent again",
                        Mutant.replacing(ONCE, REFUSED_AGAIN),
                        List.of(
                                without("append_only"),
                                "GRANT UPDATE ON ledger.claim TO counter_app",
                                "ALTER TABLE kernel.command DROP CONSTRAINT command_pkey"),
                        Shop::askAgainWithMoney,
                        "I16"),
                new Case(
                        "a command that is still running is run again",
                        Mutant.replacing("SELECT pg_try_advisory_xact_lock(?)", "SELECT ?::int8 IS NOT NULL"),
                        Shop::askWhileItRuns,
                        "I16"));
    }

    private static List<Case> capping() {
        return List.of(
                new Case(
                        "one payment may take any amount",
                        Mutant.without(LedgerError.OVER_SINGLE_CAP),
                        Shop::payTooMuchAtOnce,
                        "I17"),
                new Case(
                        "the day's sum is not asked about",
                        Mutant.without(LedgerError.OVER_DAILY_CAP),
                        Shop::payTooMuchInADay,
                        "I17"),
                new Case(
                        "the day's sum is not written back",
                        Mutant.replacing("out_today = t.out_today", "out_today = a.out_today"),
                        Shop::payTooMuchInADay,
                        "I17"),
                new Case(
                        "the day's sum is read before the lock",
                        Mutant.replacing("SELECT * FROM locked UNION ALL", SUM_BEFORE_THE_LOCK),
                        Shop::payAtOnce,
                        "I17"),
                new Case(
                        "the day's sum is the one before the batch",
                        Mutant.asking(LedgerError.OVER_DAILY_CAP, Mutant.sumBeforeTheBatch()),
                        Shop::payInOneTransaction,
                        "I17"),
                new Case(
                        "what is taken back counts as spent",
                        Mutant.asking(LedgerError.OVER_DAILY_CAP, Mutant.countingWhatIsTakenBack()),
                        Shop::takeBackBetweenPayments,
                        "I17"),
                new Case(
                        "a hold is placed without a lock",
                        Mutant.replacing(LOCK_FOR_HOLD, LOOK_FOR_HOLD),
                        Shop::holdAtOnce,
                        "I17"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultTurnsExactlyItsPromiseRed(Case fault) {
        TestDatabase database = TestDatabase.fresh();
        fault.walls().forEach(database::asOwner);
        try (TestLedger ledger = TestLedger.broken(database, ONE_BY_ONE, fault.mutant())) {
            Shop shop = new Shop(ledger);
            fault.scenario().play(shop);
            assertThat(shop.findings()).containsExactly(fault.red());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameOnASoundLedgerIsGreen(Case fault) {
        try (TestLedger ledger = TestLedger.with(SOUND, Clock.systemUTC(), ONE_BY_ONE)) {
            Shop shop = new Shop(ledger);
            fault.scenario().play(shop);
            assertThat(shop.findings()).isEmpty();
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

    @Test
    void aHoldThatSaysMoreThanItsJournalTookTurnsRed() {
        TestDatabase database = TestDatabase.fresh();
        try (TestLedger ledger = TestLedger.with(database, Clock.systemUTC(), ONE_BY_ONE)) {
            new Shop(ledger).confirmTwice();
            String forged = "UPDATE ledger.hold SET confirmed = confirmed + 1 WHERE state = 'CONFIRMED'";
            assertThatThrownBy(() -> database.asOwner(forged)).rootCause().hasMessageContaining("stays so");
            assertThat(ledger.findings()).isEmpty();

            database.asOwner(without("resolved_once"), forged);
            assertThat(ledger.findings()).containsExactly("I11");
            assertThat(ledger.door().check())
                    .extracting(Finding::detail)
                    .singleElement(STRING)
                    .startsWith("it confirms 51 of account")
                    .endsWith("and takes 50");
        }
    }

    @Test
    void theBooksAreCheckedOnceAtATimeWhoeverAsks() throws SQLException {
        try (TestLedger ledger = TestLedger.with(SOUND, Clock.systemUTC(), ONE_BY_ONE);
                Connection other = SOUND.app().getConnection();
                Statement check = other.createStatement()) {
            other.setAutoCommit(false);
            check.execute("SELECT pg_advisory_xact_lock(hashtext('ledger.check'))");
            assertThatThrownBy(ledger::findings)
                    .isInstanceOfSatisfying(
                            CounterException.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.CHECK_RUNNING));
            other.rollback();
            assertThat(ledger.findings()).isEmpty();
        }
    }

    /** Takes down a trigger wherever it stands. */
    private static String without(String trigger) {
        return "DO $$ DECLARE place regclass; BEGIN FOR place IN SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = '"
                + trigger + "' LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER " + trigger + "', place);"
                + " END LOOP; END $$";
    }
}
