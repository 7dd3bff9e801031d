package org.walletcounter.transactions.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Ids;
import org.walletcounter.testing.TestDatabase;

/** The walls that PostgreSQL itself puts around payments and draws: whoever comes by hand meets them too. */
class PaymentWallsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED, REFUSED",
        "REFUSED, SUCCEEDED",
        "REFUSED, CANCELLED",
        "CANCELLED, SUCCEEDED",
        "CANCELLED, REFUSED"
    })
    void aPaymentGoesNoOtherWayThanForward(String from, String to) {
        refused(change(payment(from, 0), "state = '" + to + "'"), "it cannot become " + to);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEEDED, 100, 99", "SUCCEEDED, 100, 0", "REFUSED, 0, 1", "CANCELLED, 100, 101"})
    void whatWasGivenBackOnlyGrowsAndOnlyOfWhatIsPaid(String state, long before, long after) {
        refused(change(payment(state, before), "refunded = " + after), "can only grow, and only while it is paid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = gen_random_uuid()",
                "merchant_id = gen_random_uuid()",
                "store_id = gen_random_uuid()",
                "sale_number = 'S-2'",
                "amount = 591",
                "currency = 'EUR'",
                "occurred_at = occurred_at + interval '1 second'",
                "business_day = business_day + 1",
                "journal_id = gen_random_uuid()",
                "journal_id = NULL"
            })
    void whatWasPaidStaysAsItIsInTheBooks(String change) {
        refused(change(payment("SUCCEEDED", 0), change), "is in the books and does not change");
    }

    @Test
    void aPaymentIsGivenBackInPartsAndCancelled() {
        UUID payment = payment("SUCCEEDED", 0);
        assertThatCode(() -> DATABASE.asOwner(
                        change(payment, "refunded = 100"),
                        change(payment, "refunded = 590"),
                        change(payment, "state = 'CANCELLED'")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member_id = gen_random_uuid()",
                "campaign_id = gen_random_uuid()",
                "serial = serial + 1",
                "number = number + 1",
                "drawn_for = 'another'",
                "hash = 'another'",
                "value = value + 1",
                "weights = weights + 1",
                "meant = 'CAR'",
                "prize = 'CAR'",
                "worth = worth + 1",
                "code = 'ANOTHER'"
            })
    void whatWasDrawnStaysDrawn(String change) {
        refused(changeOfDraw(draw("DUE"), change), "A draw stays what it is.");
    }

    @ParameterizedTest
    @CsvSource({
        "BLANK, DUE",
        "HANDED_OVER, FAILED",
        "TAKEN_BACK, GIVEN",
        "GIVEN, DUE",
        "FAILED, DUE",
        "TAKING_BACK, DUE",
        "GIVEN, TO_HAND_OVER",
        "DUE, BLANK"
    })
    void aPrizeGoesNoOtherWayThanForward(String from, String to) {
        refused(changeOfDraw(draw(from), "state = '" + to + "'"), "A draw stays what it is.");
    }

    @Test
    void whatHasBecomeOfAPrizeToTheEndIsNotToldOtherwise() {
        refused(changeOfDraw(draw("HANDED_OVER"), "done_name = 'Bo'"), "A draw stays what it is.");
    }

    @Test
    void aPrizeIsGivenAndTakenBack() {
        UUID draw = draw("DUE");
        assertThatCode(() -> DATABASE.asOwner(
                        changeOfDraw(draw, "not_before = now()"),
                        changeOfDraw(draw, "state = 'GIVEN', done_at = now()"),
                        changeOfDraw(draw, "state = 'TAKING_BACK'"),
                        changeOfDraw(draw, "state = 'TAKEN_BACK'")))
                .doesNotThrowAnyException();
    }

    static Stream<String> forbidden() {
        return Stream.of(
                        of("UPDATE % SET payment_id = NULL", "sale_line pricing reduction tap tap_refusal sale_tax"),
                        of("UPDATE % SET tap_id = NULL", "tap_denial trip_discount"),
                        of("UPDATE % SET amount = 1", "refund refund_tender refund_line refund_reversal"),
                        of("UPDATE % SET tax = 1", "refund_tax"),
                        of("DELETE FROM %", "payment tender sale_line refund refund_tender refund_line"),
                        of("DELETE FROM %", "pricing reduction refund_reversal promise draw"),
                        of("DELETE FROM %", "tap tap_refusal sale_tax refund_tax trip_discount"),
                        of("TRUNCATE %", "payment tender sale_line refund refund_tender refund_line"),
                        of("TRUNCATE %", "pricing reduction refund_reversal promise draw"),
                        of("TRUNCATE %", "tap tap_refusal tap_denial sale_tax refund_tax trip_discount"),
                        of("TRUNCATE %", "fare fare_day trip_due"))
                .flatMap(statements -> statements);
    }

    private static Stream<String> of(String statement, String tables) {
        return Arrays.stream(tables.split(" ")).map(table -> statement.replace("%", "transactions." + table));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void theApplicationHasNoRightTo(String statement) {
        assertThatThrownBy(() -> asApplication(statement)).hasMessageContaining("permission denied");
    }

    private static void refused(String change, String said) {
        assertThatThrownBy(() -> DATABASE.asOwner(change)).rootCause().hasMessageContaining(said);
    }

    private static String change(UUID payment, String change) {
        return "UPDATE transactions.payment SET " + change + " WHERE id = '" + payment + "'";
    }

    private static String changeOfDraw(UUID draw, String change) {
        return "UPDATE transactions.draw SET " + change + " WHERE id = '" + draw + "'";
    }

    private static UUID payment(String state, long refunded) {
        UUID id = Ids.next(Clock.systemUTC());
        DATABASE.asOwner("INSERT INTO transactions.payment (id, merchant_id, store_id, sale_number, state, amount,"
                + " currency, refunded, tender_kind, cashier_id, cashier, occurred_at, business_day, journal_id)"
                + " VALUES ('" + id + "', gen_random_uuid(), gen_random_uuid(), 'S-1', '" + state + "', 590, 'GBP', "
                + refunded + ", 'CASH', 'staff:1', 'Ann', now(), current_date, gen_random_uuid())");
        return id;
    }

    private static UUID draw(String state) {
        UUID id = Ids.next(Clock.systemUTC());
        String prize = state.equals("BLANK") ? "NULL" : "'CUP'";
        DATABASE.asOwner("INSERT INTO transactions.draw (id, merchant_id, member_id, campaign_id, campaign_en,"
                + " campaign_zh, version, serial, payment_id, line, number, drawn_at, drawn_for, hash, value, weights,"
                + " meant, prize, worth, currency, state) VALUES ('" + id + "', gen_random_uuid(), gen_random_uuid(),"
                + " gen_random_uuid(), 'Draw', '抽奖', 1, 1, gen_random_uuid(), 1, 1, now(), 'ticket', 'hash', 0, 1, "
                + prize + ", " + prize + ", 100, 'GBP', '" + state + "')");
        return id;
    }

    private static void asApplication(String sql) throws SQLException {
        try (Connection connection = DATABASE.app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
