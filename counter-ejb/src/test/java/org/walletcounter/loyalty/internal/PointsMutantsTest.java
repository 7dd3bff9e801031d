package org.walletcounter.loyalty.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.Finding;
import org.walletcounter.ledger.LedgerError;
import org.walletcounter.loyalty.Gift;
import org.walletcounter.loyalty.Programme;
import org.walletcounter.testing.Impatient;
import org.walletcounter.testing.TestDatabase;

/**
 * Watches the watchmen: points that are broken in one way must turn I9 red, and the check must name the promise that broke.
 * The same story on sound points stays green.
 */
class PointsMutantsTest {

    /** A fault, and a piece of what the check must say. */
    private record Case(String name, UnaryOperator<String> fault, String said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static UnaryOperator<String> replacing(String piece, String by) {
        return sql -> sql.replace(piece, by);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "what is spent is not taken from lots",
                        replacing("SET left_over = left_over - ? WHERE", "SET left_over = left_over - ? * 0 WHERE"),
                        "the lots"),
                new Case(
                        "it is not written down which lots a spend took from",
                        replacing(
                                "INTO loyalty.taking (spend_id, lot_id, points) VALUES (?, ?, ?)",
                                "INTO loyalty.taking (spend_id, lot_id, points) SELECT ?, ?, ?::bigint WHERE false"),
                        "taken 0"),
                new Case(
                        "a spend is taken from lots again and again",
                        replacing("SET folded = true", "SET folded = false"),
                        "spent and not yet taken"),
                new Case(
                        "matured lots stay pending",
                        replacing("SET pending = false", "SET pending = true"),
                        "the pending account"),
                new Case(
                        "a debt is not written to the lot that caused it",
                        replacing("owed = owed + ?", "owed = owed + ? * 0"),
                        "the debt account"),
                new Case(
                        "a settled debt stays owed",
                        replacing("SET owed = owed - ?", "SET owed = owed - ? * 0"),
                        "the debt account"),
                new Case(
                        "the standing does not say that it owes",
                        replacing("SET owing = ?", "SET owing = ? AND false"),
                        "the debt account"),
                new Case(
                        "returned points are not put back into their lot",
                        replacing("SET left_over = left_over + ?", "SET left_over = left_over + ? * 0"),
                        "the lots"),
                new Case(
                        "a return is not written to its spend",
                        replacing("SET returned = returned + ?", "SET returned = returned + ? * 0"),
                        "used"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFaultTurnsI9Red(Case fault) {
        try (TestPoints shop = new TestPoints(TestDatabase.fresh(), fault.fault())) {
            play(shop);
            assertThat(shop.points.check())
                    .extracting(Finding::invariant)
                    .isNotEmpty()
                    .containsOnly("I9");
            assertThat(shop.findings()).anyMatch(finding -> finding.contains(fault.said()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameOnSoundPointsIsGreen(Case fault) {
        try (TestPoints shop = new TestPoints(TestDatabase.fresh())) {
            play(shop);
            assertThat(shop.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "below zero: -1 | UPDATE ledger.account SET balance = -1"
                        + " WHERE id IN (SELECT points_account FROM loyalty.standing)",
                "pending -1 | UPDATE ledger.account SET balance = -1"
                        + " WHERE id IN (SELECT pending_account FROM loyalty.standing)",
                "its journal issued 100, it says 101 | UPDATE loyalty.lot SET earned = 101 WHERE earned = 100"
            })
    void whatIsChangedBehindThePointsBackTurnsI9Red(String said, String change) {
        TestDatabase database = TestDatabase.fresh();
        try (TestPoints shop = new TestPoints(database)) {
            play(shop);
            assertThat(shop.findings()).isEmpty();

            database.asOwner("ALTER TABLE ledger.account DROP CONSTRAINT account_floor", change);
            assertThat(shop.findings()).anyMatch(finding -> finding.startsWith("I9 ") && finding.contains(said));
        }
    }

    @Test
    void thePointsAreCheckedOnceAtATimeWhoeverAsks() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        try (TestPoints shop = new TestPoints(database);
                Connection other = database.app().getConnection();
                Statement check = other.createStatement()) {
            other.setAutoCommit(false);
            check.execute("SELECT pg_advisory_xact_lock(hashtext('points.check'))");
            assertThatThrownBy(shop.points::check)
                    .isInstanceOfSatisfying(
                            CounterException.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(LedgerError.CHECK_RUNNING));
            other.rollback();
            assertThat(shop.findings()).isEmpty();
        }
    }

    /** It reads all points there ever were. */
    @Test
    void theCheckOfThePointsMayTakeLongerThanASaleWaits() throws Exception {
        assertThat(Impatient.outwaiting(
                        TestDatabase.fresh(), "loyalty.lot", source -> new PointsChecks(new Db(source)).all()))
                .isEmpty();
    }

    /** Earns, waits, spends, gives a part back, takes a gift, owes, and settles a part. Refusals end it early. */
    private static void play(TestPoints shop) {
        UUID member = UUID.randomUUID();
        try {
            Programme programme = shop.programme(1, 365);
            UUID id = Objects.requireNonNull(programme.id());
            TestPoints.Sale first = shop.sell(member, 10_000);
            shop.goOn(2);
            shop.tidy(member);
            TestPoints.Sale paid = shop.sell(member, id, 50, null, 300);
            shop.tidy(member);
            shop.refund(paid, 1, 280);
            Gift gift = shop.in(
                    () -> shop.points.gifting.save(shop.manager, new Gift(null, id, "mug", "Mug", "杯子", 40, true, 0)));
            shop.in(() -> shop.points.gifting.stock(shop.manager, Objects.requireNonNull(gift.id()), 2));
            shop.in(() -> shop.points.gifting.give(shop.manager, Objects.requireNonNull(gift.id()), member, 1));
            shop.refund(first, 1, 9000);
            shop.tidy(member);
        } catch (RuntimeException broken) {
            // A broken house may fall down on the way; what stands by then is checked.
        }
    }
}
