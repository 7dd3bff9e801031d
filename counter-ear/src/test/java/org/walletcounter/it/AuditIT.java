package org.walletcounter.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each privileged act is in the audit trail, once and with who did it; what was not done is not there. */
@WithCounter
class AuditIT {

    private RunningCounter counter;
    private Sales sales;

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        sales = new Sales(running);
    }

    @Test
    void a_refund_is_written_down_and_what_is_refused_or_only_calculated_is_not() throws SQLException {
        String payment = sales.paid(sales.cash(Shopper.newSale(), 590));
        sales.refund(payment, 591L).then().statusCode(422).body("code", equalTo("transactions.EXCEEDS_PAID"));
        part(payment, "analyst", "refunds").then().statusCode(403);
        part(payment, "cashier", "refunds/calculation").then().statusCode(200).body("amount.amount", equalTo(90));
        assertThat(written("payment:" + payment)).isEmpty();

        part(payment, "cashier", "refunds").then().statusCode(201);
        assertThat(written("payment:" + payment)).containsExactly("payment.refunded by " + key("cashier"));
    }

    private Response part(String payment, String role, String where) {
        return counter.commandAs(role)
                .body("{\"reason\":\"returned\",\"amount\":" + sales.money(90) + "}")
                .post("api/v1/payments/" + payment + "/" + where);
    }

    @Test
    void a_cancellation_is_written_down_once() throws SQLException {
        String payment = sales.paid(sales.cash(Shopper.newSale(), 590));
        sales.cancel(payment).then().statusCode(200);
        sales.cancel(payment).then().statusCode(422);
        assertThat(written("payment:" + payment)).containsExactly("payment.cancelled by " + key("manager"));
    }

    @Test
    void what_is_done_to_a_member_is_written_down_in_its_order() throws SQLException {
        Shopper shopper = Shopper.with(counter, 0);
        assertThat(written("member:" + shopper.id())).isEmpty();
        shopper.topUp(500_001).then().statusCode(422).body("code", equalTo("transactions.WALLET_TOO_FULL"));
        shopper.topUp(2_000).then().statusCode(201);
        shopper.limit(1_000, 2_500);
        shopper.phone();
        assertThat(written("member:" + shopper.id()))
                .containsExactly(
                        "wallet.topped-up by " + key("cashier"),
                        "member.limited by " + key("manager"),
                        "device.enrolled by " + key("manager"));
    }

    @Test
    void what_a_rival_wants_is_not_done_and_not_written_down() throws SQLException {
        String campaign = counter.commandAs("manager")
                .body(RivalVouchers.draft())
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String state = "api/v1/voucher-campaigns/" + campaign + "/state";
        Rival.of(counter)
                .as("manager")
                .body("{\"state\":\"LIVE\"}")
                .post(state)
                .then()
                .statusCode(404);
        assertThat(written("voucher-campaign:" + campaign)).isEmpty();

        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post(state)
                .then()
                .statusCode(200);
        assertThat(written("voucher-campaign:" + campaign))
                .containsExactly("voucher-campaign.moved by " + key("manager"));
    }

    @Test
    void who_is_taken_on_is_written_down(Screen screen) throws SQLException {
        String username = "it-" + UUID.randomUUID();
        Page page = ConsoleWindow.ENGLISH.signedIn(counter, screen, "administrator", "console/staff.xhtml");
        page.locator("[id='list:add']").click();
        page.locator("[id='person:name']").fill("Ada Audited");
        page.locator("[id='person:username']").fill(username);
        page.locator("[id='person:role']").selectOption("analyst");
        page.locator("[id='person:password']").fill("ten green bottles on the wall");
        page.locator("[id='person:do']").click();
        assertThat(page.locator(".banner--done")).containsText("Ada Audited");

        assertThat(written(staff(username)))
                .containsExactly(
                        "staff.added by " + staff(counter.access().username("administrator")) + " administrator");
        page.navigate(counter.address() + "console/audit.xhtml");
        assertThat(page.locator("[title='" + staff(username) + "']")).hasText("Ada Audited");
    }

    @Test
    void a_rule_that_is_set_is_written_down_and_one_that_is_refused_is_not(Screen screen) throws SQLException {
        String subject = "parameter:vouchers.hold.seconds";
        List<String> before = written(subject);
        Page page = ConsoleWindow.ENGLISH.signedIn(
                counter, screen, "manager", "console/parameter.xhtml?code=vouchers.hold.seconds");
        page.locator("[data-opens=setting]").click();
        page.locator("[id='set:value']").fill("29");
        page.locator("[id='set:from']").fill("2031-01-01T09:00");
        page.locator("[id='set:do']").click();
        assertThat(page.locator("#setting .field-error")).isVisible();
        assertThat(written(subject)).isEqualTo(before);

        page.locator("[id='set:value']").fill("901");
        page.locator("[id='set:do']").click();
        assertThat(page.locator(".banner--done")).isVisible();
        assertThat(written(subject))
                .hasSize(before.size() + 1)
                .endsWith("parameter.set by " + staff(counter.access().username("manager")) + " manager");
        page.navigate(counter.address() + "console/audit.xhtml");
        Locator act = page.locator("tbody tr:has([title='" + subject + "'])").first();
        assertThat(act).containsText("Vouchers kept for a sale");
        assertThat(act).containsText("901 from 1 Jan 2031, 09:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit.entry SET detail = '' WHERE false",
                "DELETE FROM audit.entry WHERE false",
                "TRUNCATE audit.entry"
            })
    void the_application_changes_nothing_that_is_written_down(String statement) throws SQLException {
        try (Connection application = counter.parts().connect();
                Statement change = application.createStatement()) {
            application.setAutoCommit(false);
            assertThatThrownBy(() -> change.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    /** What the trail says of a subject, oldest first: the act, who did it and as what. */
    private List<String> written(String subject) throws SQLException {
        return texts(
                "SELECT act || ' by ' || actor || ' ' || role FROM audit.entry WHERE subject = ? ORDER BY id", subject);
    }

    /** Who a key is, as the trail says it. */
    private String key(String role) throws SQLException {
        String sql = "SELECT 'key:' || id || ' ' || role FROM merchants.api_key"
                + " WHERE secret_hash = sha256(convert_to(?, 'UTF8'))";
        return texts(sql, counter.access().key(role)).get(0);
    }

    private String staff(String username) throws SQLException {
        return texts("SELECT 'staff:' || id FROM merchants.staff WHERE username = ?", username)
                .get(0);
    }

    private List<String> texts(String sql, String argument) throws SQLException {
        try (Connection connection = counter.parts().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, argument);
            try (ResultSet row = select.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
                return texts;
            }
        }
    }
}
