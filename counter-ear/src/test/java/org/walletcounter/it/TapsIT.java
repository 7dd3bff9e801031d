package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;

/** Taps of gates through the API: each counts once, none spoils another, who cannot pay is turned away until topped up. */
@WithCounter
class TapsIT {

    private RunningCounter counter;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
    }

    @Test
    void a_batch_is_answered_tap_by_tap_and_bad_taps_spoil_none() {
        Shopper shopper = Shopper.with(counter, 1000);
        String card = card(shopper);
        String good = id();
        String body = taps(
                tap(good, card, 250),
                tap(id(), "NOBODYS", 250),
                "{\"id\":\"no id\"}",
                tap(UUID.randomUUID().toString(), card, 250),
                tap(id(), card, 100_000_000),
                tap(id(), shopper.code(), 300));
        Response answer = send(body);
        answer.then()
                .statusCode(200)
                .body("taps", hasSize(6))
                .body(
                        "taps.result",
                        equalTo(List.of("ACCEPTED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ACCEPTED")))
                .body("taps[0].id", equalTo(good), "taps[0].balance.amount", equalTo(750))
                .body("taps[1].code", equalTo("members.CARD_UNKNOWN"))
                .body("taps[2].code", equalTo("kernel.FIELD_INVALID"), "taps[2].id", nullValue())
                .body("taps[3].code", equalTo("transactions.TAP_ID_INVALID"))
                .body("taps[4].code", equalTo("transactions.FARE_TOO_HIGH"))
                .body("taps[5].balance.amount", equalTo(450));
        assertThat(shopper.balance()).isEqualTo(450);
        counter.as("cashier")
                .get("api/v1/payments/" + answer.path("taps[0].paymentId"))
                .then()
                .statusCode(200)
                .body("state", equalTo("SUCCEEDED"), "amount.amount", equalTo(550), "lines", hasSize(2));
    }

    @Test
    void a_tap_sent_again_is_answered_again_and_taken_once() {
        Shopper shopper = Shopper.with(counter, 1000);
        String tap = tap(id(), card(shopper), 250);
        List<Callable<Integer>> gates =
                Collections.nCopies(8, () -> send(taps(tap, tap)).statusCode());
        assertThat(Sales.atOnce(gates)).containsOnly(200);
        send(taps(tap)).then().body("taps[0].result", equalTo("ACCEPTED"), "taps[0].repeated", equalTo(true));
        assertThat(shopper.balance()).isEqualTo(750);
        send(taps(tap.replace("250", "240"))).then().body("taps[0].code", equalTo("transactions.TAP_ID_REUSED"));
    }

    @Test
    void who_cannot_pay_stays_on_the_deny_list_until_topped_up() {
        Shopper shopper = Shopper.with(counter, 100);
        String card = card(shopper);
        String tap = tap(id(), card, 250);
        send(taps(tap)).then().body("taps[0].code", equalTo("ledger.INSUFFICIENT_FUNDS"));
        assertThat(denied()).contains(token(card));
        send(taps(tap))
                .then()
                .body("taps[0].code", equalTo("ledger.INSUFFICIENT_FUNDS"), "taps[0].repeated", equalTo(true));
        shopper.topUp(500).then().statusCode(201);
        assertThat(denied()).doesNotContain(token(card));
        send(taps(tap)).then().body("taps[0].result", equalTo("REFUSED"), "taps[0].repeated", equalTo(true));
        send(taps(tap(id(), card, 250))).then().body("taps[0].result", equalTo("ACCEPTED"));
    }

    /** Readers write the letters of a card's number either way; the list knows one card. */
    @Test
    void a_card_is_one_card_however_its_letters_are_written() {
        Shopper shopper = Shopper.with(counter, 100);
        String card = card(shopper);
        assertThat(card).isEqualTo(card.toUpperCase(Locale.ROOT)).isNotEqualTo(card.toLowerCase(Locale.ROOT));
        send(taps(tap(id(), card.toLowerCase(Locale.ROOT), 250)))
                .then()
                .body("taps[0].code", equalTo("ledger.INSUFFICIENT_FUNDS"));
        assertThat(denied()).contains(token(card));
    }

    @Test
    void whose_wallet_is_frozen_is_on_the_deny_list_until_it_is_thawed() {
        Shopper shopper = Shopper.with(counter, 1000);
        String card = card(shopper);
        String code = shopper.code();
        freeze(shopper, "FROZEN");
        send(taps(tap(id(), card, 250), tap(id(), code, 250)))
                .then()
                .body("taps.code", equalTo(List.of("ledger.ACCOUNT_FROZEN", "ledger.ACCOUNT_FROZEN")));
        assertThat(denied()).contains(token(card)).contains("\"device\"");
        shopper.topUp(500);
        assertThat(denied()).as("money does not thaw it").contains(token(card));
        freeze(shopper, "ACTIVE");
        assertThat(denied()).doesNotContain(token(card));
        send(taps(tap(id(), card, 250))).then().body("taps[0].result", equalTo("ACCEPTED"));
    }

    @Test
    void wrong_codes_of_some_keep_nobody_else_out() {
        Shopper shopper = Shopper.with(counter, 1000);
        String[] taps = Stream.concat(
                        Stream.generate(TapsIT::codeOfNobody).limit(7).map(wrong -> tap(id(), wrong, 250)),
                        Stream.of(tap(id(), shopper.code(), 250)))
                .toArray(String[]::new);
        send(taps(taps))
                .then()
                .body("taps[6].code", equalTo("members.CODE_INVALID"))
                .body("taps[7].result", equalTo("ACCEPTED"));
    }

    @Test
    void who_is_signed_in_is_no_gate() {
        Map<String, String> session = counter.anybody()
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        counter.access().username("cashier"),
                        "password",
                        counter.access().password("cashier")))
                .post("api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookies();
        Shopper shopper = Shopper.with(counter, 1000);
        counter.anybody()
                .cookies(session)
                .header("X-Counter", "1")
                .contentType("application/json")
                .body(taps(tap(id(), card(shopper), 250)))
                .post("api/v1/taps")
                .then()
                .statusCode(422)
                .body("code", equalTo("transactions.NOT_A_GATE"));
        assertThat(shopper.balance()).isEqualTo(1000);
    }

    @Test
    void a_gate_that_was_offline_sends_its_taps_later() {
        Shopper shopper = Shopper.with(counter, 1000);
        Instant before = Instant.now().minus(Duration.ofDays(3));
        String late = tap(Ids.at(before).toString(), card(shopper), 250, before, true);
        Instant old = Instant.now().minus(Duration.ofDays(32));
        String tooLate = tap(Ids.at(old).toString(), card(shopper), 250, old, true);
        send(taps(late, tooLate))
                .then()
                .body("taps[0].result", equalTo("ACCEPTED"))
                .body("taps[1].code", equalTo("transactions.TAP_OUT_OF_TIME"));
    }

    @Test
    void a_closed_gate_takes_no_fare_except_from_those_it_let_through_offline() throws SQLException {
        String closed = closedGate();
        String card = card(Shopper.with(counter, 1000));
        String online = id();
        String offline = tap(id(), card, 250, Instant.now(), true);
        send(taps(tap(online, card, 250), offline).replace(counter.access().till(), closed))
                .then()
                .body("taps[0].code", equalTo("transactions.PLACE_CLOSED"))
                .body("taps[1].result", equalTo("ACCEPTED"));
        counter.as("cashier").get("api/v1/taps/" + online).then().statusCode(404);
    }

    private String closedGate() throws SQLException {
        UUID gate = UUID.randomUUID();
        try (Connection books = counter.parts().connect();
                PreparedStatement insert = books.prepareStatement(
                        "INSERT INTO merchants.till (id, store_id, code, name, open) VALUES (?, ?, ?, 'Gate', false)")) {
            insert.setObject(1, gate);
            insert.setObject(2, UUID.fromString(counter.access().store()));
            insert.setString(3, "G-" + gate);
            insert.executeUpdate();
        }
        return gate.toString();
    }

    @Test
    void a_payment_of_taps_is_not_given_back_as_one() {
        Response answer = send(taps(tap(id(), card(Shopper.with(counter, 1000)), 250)));
        new Sales(counter)
                .refund(answer.path("taps[0].paymentId"), null)
                .then()
                .statusCode(422)
                .body("code", equalTo("transactions.PAID_BY_MANY"));
    }

    @Test
    void more_than_five_hundred_taps_and_none_are_refused() {
        String tap = tap(id(), "X", 250);
        send(taps(Collections.nCopies(501, tap).toArray(String[]::new)))
                .then()
                .statusCode(400)
                .body("code", equalTo("transactions.TAPS_TOO_MANY"));
        send(taps()).then().statusCode(400);
    }

    private void freeze(Shopper shopper, String state) {
        counter.commandAs("manager")
                .body("{\"state\":\"" + state + "\"}")
                .post("api/v1/members/" + shopper.id() + "/state")
                .then()
                .statusCode(200);
    }

    private static String codeOfNobody() {
        return new Phone(ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000), new byte[20])
                .freshCode()
                .orElseThrow();
    }

    private String denied() {
        return counter.as("cashier").get("api/v1/taps/denied").asString();
    }

    private Response send(String body) {
        return counter.as("cashier").contentType("application/json").body(body).post("api/v1/taps");
    }

    private String card(Shopper shopper) {
        String card = "IT" + UUID.randomUUID().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
        counter.commandAs("cashier")
                .body("{\"kind\":\"card\",\"value\":\"" + card + "\"}")
                .post("api/v1/members/" + shopper.id() + "/identifiers")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        return card;
    }

    private String token(String card) {
        try {
            byte[] text = (counter.access().merchantId() + ":" + card).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String tap(String id, String token, long fare) {
        return tap(id, token, fare, Instant.now(), false);
    }

    private String tap(String id, String token, long fare, Instant at, boolean offline) {
        return "{\"id\":\"%s\",\"tillId\":\"%s\",\"token\":\"%s\",\"at\":\"%s\",\"offline\":%s,\"fare\":{\"amount\":%d,\"currency\":\"%s\"}}"
                .formatted(
                        id,
                        counter.access().till(),
                        token,
                        at,
                        offline,
                        fare,
                        counter.access().currency());
    }

    private static String taps(String... taps) {
        return "{\"taps\":[" + String.join(",", taps) + "]}";
    }

    private static String id() {
        return Ids.next(Clock.systemUTC()).toString();
    }
}
