package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.walletcounter.it.Patience.patiently;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.Patience;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;
import org.walletcounter.kernel.Ids;
import org.walletcounter.members.PaymentCode;

/** Points, tiers and segments as managers and customers see them. */
@WithCounter
class LoyaltyPagesIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH;

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void a_manager_makes_a_programme_and_lets_a_correction_happen(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/points.xhtml");
        page.locator("[id='acts:add']").click();
        String code = code("p");
        page.locator("[id='programme:code']").fill(code);
        page.locator("[id='programme:nameEn']").fill("House points");
        page.locator("[id='programme:nameZh']").fill("本店积分");
        page.locator("[id='programme:worth']").fill("1.00");
        page.locator("[id='programme:do']").click();
        assertThat(page.locator("dialog[open] .field", new Page.LocatorOptions().setHasText("Unit in")))
                .containsText("must be filled in", patiently());
        page.locator("[id='programme:per']").fill("1.00");
        page.locator("[id='programme:percent']").fill("150");
        page.locator("[id='programme:do']").click();
        assertThat(page.locator("dialog[open] .field", new Page.LocatorOptions().setHasText("per cent of a sale")))
                .containsText("between", patiently());
        screen.photograph(page, "points-refused");
        page.locator("[id='programme:percent']").fill("50");
        page.locator("[id='programme:do']").click();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(code));
        assertThat(row).containsText("£1.00", patiently());
        String programme = programme(counter, code);
        String member = new Shop(counter).customer(0).id();
        ask(counter, member, programme, "cashier", 120);
        page.reload();
        assertThat(page.locator("[id='open:waiting']")).containsText("The till was down");
        screen.photograph(page, "points");
        assertAccessible(page);
        page.locator("[id='open:waiting'] tr", new Page.LocatorOptions().setHasText("120"))
                .locator("a")
                .nth(1)
                .click();
        assertThat(page.locator(".banner--done")).containsText("The correction is done", patiently());
        page.navigate(counter.address() + "console/points.xhtml");
        page.locator("[id='language:zh']").click();
        assertThat(page.locator("h1")).hasText("积分");
        screen.photograph(page, "points-zh");
    }

    @Test
    void a_manager_tries_tiers_on_the_members_before_setting_them(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/tiers.xhtml");
        fill(page, 0, "SILVER", "Silver", "银卡", "200.00");
        fill(page, 1, "GOLD", "Gold", "金卡", "100");
        page.locator("[id='tiers:try']").click();
        assertThat(page.locator(".banner--refused")).containsText("GOLD", patiently());
        fill(page, 1, "GOLD", "Gold", "金卡", "1,000.00");
        page.locator("[id='tiers:try']").click();
        assertThat(page.locator("#preview-title")).containsText("members", patiently());
        screen.photograph(page, "tiers");
        assertAccessible(page);
        page.locator("[id='tiers:save']").click();
        assertThat(page.locator(".banner--done")).containsText("The tiers are set", patiently());
        assertThat(page.locator("[id='tiers:all'] tbody tr")
                        .nth(1)
                        .locator("input")
                        .nth(3))
                .hasValue("1000.00");
    }

    @Test
    void a_number_that_cannot_be_read_is_told_in_its_row(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/tiers.xhtml");
        Locator tier = page.locator("[id='tiers:all'] tbody tr").first();
        tier.locator("input").nth(4).fill("1.5");
        page.locator("[id='tiers:save']").click();
        assertThat(tier.locator(".field-error")).containsText("Enter a whole number.", patiently());
        assertThat(tier.locator("input").nth(4)).hasValue("1.5");
        assertAccessible(page);
        page.navigate(counter.address() + "console/segments.xhtml");
        page.locator("[id='acts:add']").click();
        Locator condition = page.locator("dialog[open] tbody tr").first();
        values(page, 0).nth(1).fill("1.5");
        page.locator("[id='segment:count']").click();
        assertThat(condition.locator(".field-error")).containsText("Enter a whole number.", patiently());
        assertThat(values(page, 0).nth(1)).hasValue("1.5");
    }

    @Test
    void an_analysts_question_becomes_a_segment_with_a_snapshot(RunningCounter counter, Screen screen) {
        new Shop(counter).customer(0);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/segments.xhtml");
        page.locator("[id='acts:add']").click();
        String code = code("s");
        page.locator("[id='segment:code']").fill(code);
        page.locator("[id='segment:nameEn']").fill("New members");
        page.locator("[id='segment:nameZh']").fill("新会员");
        Locator first = page.locator("dialog[open] tbody tr").first();
        first.locator("select").first().selectOption("JOINED_DAYS");
        first.locator("select").nth(1).selectOption("AT_MOST");
        first.locator("input").first().fill("3");
        Locator second = page.locator("dialog[open] tbody tr").nth(1);
        second.locator("select").first().selectOption("BIRTHDAY_MONTH");
        second.locator("select").nth(1).selectOption("IS_NOT");
        second.locator("input").first().fill("1, 2");
        page.locator("[id='segment:count']").click();
        assertThat(page.locator("dialog[open] [role=status]")).containsText("members", patiently());
        screen.photograph(page, "segment");
        page.locator("[id='segment:do']").click();
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(code));
        row.locator("a").first().click();
        assertThat(row).containsText("Done", patiently());
        screen.photograph(page, "segments");
        assertAccessible(page);
    }

    @Test
    void spending_is_typed_as_money_and_alternatives_are_only_shown(RunningCounter counter, Screen screen) {
        String either = code("e");
        alternatives(counter, either);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/segments.xhtml");
        page.locator("tr", new Page.LocatorOptions().setHasText(either))
                .getByLabel("Edit " + either)
                .click();
        assertThat(page.locator("dialog[open] .banner--warn")).containsText("only the API", patiently());
        assertThat(page.locator("[id='segment:do']")).isDisabled();
        assertThat(page.locator("[id='segment:count']")).isDisabled();
        assertThat(values(page, 0).first()).hasValue("500.00");
        assertThat(values(page, 1).first()).hasValue("10");
        assertThat(values(page, 1).first()).not().isEditable();
        page.reload();
        page.locator("[id='acts:add']").click();
        String code = code("s");
        page.locator("[id='segment:code']").fill(code);
        page.locator("[id='segment:nameEn']").fill("Big spenders");
        page.locator("[id='segment:nameZh']").fill("大客户");
        Locator row = page.locator("dialog[open] tbody tr").first();
        row.locator("select").first().selectOption("SPEND");
        values(page, 0).first().fill("1,234.50");
        values(page, 0).nth(1).fill("90");
        page.locator("[id='segment:do']").click();
        assertThat(page.locator(".banner--done")).containsText(code, patiently());
        assertThat(conditions(counter, code)).contains("\"SPEND\"", "[\"123450\"]");
        assertThat(conditions(counter, either)).contains("\"SPEND\"", "[\"50000\"]", "\"VISITS\"", "[\"10\"]");
    }

    @Test
    void a_customer_sees_points_and_what_they_are_worth(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        String code = code("m");
        String programme = programme(counter, made(counter, code));
        give(counter, customer.id(), programme, 420);
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.navigate(counter.address() + "me/#points");
        assertThat(phone.locator(".page .sum").first()).containsText("420", patiently());
        assertThat(phone.locator(".page")).containsText("£4.00");
        assertThat(phone.locator(".movements").first()).containsText("Correction");
        screen.photograph(phone, "phone-points");
        assertAccessible(phone);
        String lapsing = phone.getByText("lapse after").first().innerText();
        try (BrowserContext abroad = abroad(screen)) {
            Page there = abroad.newPage();
            there.navigate(counter.address() + "me/#points");
            assertThat(there.locator(".page")).containsText(lapsing, patiently());
        }
    }

    /** The same phone where midnight is at another moment than in the shop. */
    private static BrowserContext abroad(Screen screen) {
        BrowserContext home = screen.context();
        return home.browser()
                .newContext(new Browser.NewContextOptions()
                        .setTimezoneId("Asia/Shanghai")
                        .setLocale("en-GB")
                        .setIgnoreHTTPSErrors(true)
                        .setStorageState(home.storageState()));
    }

    /** From the gate to the phone: yesterday's trip earns, and the next one is paid in part by points. */
    @Test
    void trips_earn_points_and_points_pay_the_next_trip(RunningCounter counter, Screen screen) throws SQLException {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(1000);
        String code = made(counter, code("t"));
        String programme = programme(counter, code);
        give(counter, customer.id(), programme, 420);
        rule(counter, 1);
        try {
            Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
            phone.navigate(counter.address() + "me/#points");
            Locator trips =
                    phone.locator("section", new Page.LocatorOptions().setHas(phone.locator("fieldset.choices")));
            for (int look = 0; look < 40 && trips.count() == 0; look++) {
                phone.waitForTimeout(500); // a node looks once a second what has changed
                phone.reload();
                phone.locator(".page .sum").first().waitFor();
            }
            assertThat(trips.locator("input[value=NEVER]")).isChecked();
            trips.getByLabel("For my next trip").check();
            assertThat(trips.locator("[role=status]")).hasText("Saved.");
            Instant yesterday =
                    ZonedDateTime.now(ZoneId.of("Europe/London")).minusDays(1).toInstant();
            tap(counter, customer, 350, yesterday);
            tap(counter, customer, 250, Instant.now());
            for (int look = 0; look < 60 && points(counter, customer, programme) != 420 - 100 + 3; look++) {
                phone.waitForTimeout(500);
            }
            assertThat(points(counter, customer, programme)).isEqualTo(420 - 100 + 3);
            assertThat(customer.balance()).isEqualTo(1000 - 350 - 250 + 100);
            phone.reload();
            assertThat(trips).containsText("£1.00 of £2.50 for 100 points", patiently());
            assertThat(trips).containsText("1 trip, £2.50");
            assertThat(trips.locator("input[value=NEVER]")).isChecked();
            screen.photograph(phone, "phone-trips");
            assertAccessible(phone);
            phone.locator("nav.tabs a", new Page.LocatorOptions().setHasText("History"))
                    .click();
            assertThat(phone.locator("h1"))
                    .hasText("History", new LocatorAssertions.HasTextOptions().setTimeout(Patience.MILLIS));
            assertThat(phone.locator(".page")).containsText("Fare paid with points", patiently());
            phone.navigate(counter.address() + "me/#plan");
            assertThat(phone.locator("h1")).hasText("Spending plan");
        } finally {
            rule(counter, 0);
        }
    }

    private static void tap(RunningCounter counter, Shop.Customer customer, long fare, Instant at) {
        String code = PaymentCode.of(customer.device(), customer.secret(), PaymentCode.stepAt(at))
                .digits();
        Map<String, Object> tap = Map.of(
                "id",
                Ids.at(at),
                "tillId",
                counter.access().till(),
                "token",
                code,
                "at",
                at.toString(),
                "offline",
                true,
                "fare",
                Map.of("amount", fare, "currency", counter.access().currency()));
        counter.as("cashier")
                .contentType(ContentType.JSON)
                .body(Map.of("taps", List.of(tap)))
                .post("/api/v1/taps")
                .then()
                .statusCode(200)
                .body("taps[0].result", equalTo("ACCEPTED"));
    }

    private static int points(RunningCounter counter, Shop.Customer customer, String programme) {
        return counter.as("cashier")
                .get("/api/v1/members/" + customer.id() + "/points")
                .jsonPath()
                .getInt("points.find { it.programmeId == '" + programme + "' }.available");
    }

    private static void rule(RunningCounter counter, int value) throws SQLException {
        try (Connection connection = counter.parts().connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO kernel.parameter_version (merchant_id,"
                                + " code, in_force, value, author) SELECT id, 'transactions.tap.points', now(), ?, 'test'"
                                + " FROM merchants.merchant WHERE code = ?")) {
            insert.setLong(1, value);
            insert.setString(2, counter.access().merchant());
            insert.executeUpdate();
        }
    }

    private static void give(RunningCounter counter, String member, String programme, int points) {
        String asked = ask(counter, member, programme, "cashier", points);
        counter.commandAs("manager")
                .body("{\"approve\":true}")
                .post("/api/v1/points-adjustments/" + asked + "/decision")
                .then()
                .statusCode(200);
    }

    private static String code(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void fill(Page page, int row, String code, String english, String chinese, String threshold) {
        Locator inputs = page.locator("[id='tiers:all'] tbody tr").nth(row).locator("input");
        inputs.nth(0).fill(code);
        inputs.nth(1).fill(english);
        inputs.nth(2).fill(chinese);
        inputs.nth(3).fill(threshold);
    }

    private static Locator values(Page page, int row) {
        return page.locator("dialog[open] tbody tr").nth(row).locator("input");
    }

    /** Makes a segment of those who spent 500.00 or came ten times. */
    private static void alternatives(RunningCounter counter, String code) {
        counter.commandAs("manager")
                .body("{\"code\":\"" + code + "\",\"nameEn\":\"Either\",\"nameZh\":\"任一\",\"all\":[{\"any\":["
                        + condition("SPEND", 50_000) + "," + condition("VISITS", 10) + "]}]}")
                .post("/api/v1/segments")
                .then()
                .statusCode(201);
    }

    private static String condition(String field, int least) {
        return "{\"field\":\"" + field + "\",\"comparison\":\"AT_LEAST\",\"values\":[\"" + least
                + "\"],\"windowDays\":90}";
    }

    /** A segment as the API shows it. */
    private static String conditions(RunningCounter counter, String code) {
        String id = counter.as("manager")
                .get("/api/v1/segments")
                .jsonPath()
                .getString("items.find { it.code == '" + code + "' }.id");
        return counter.as("manager").get("/api/v1/segments/" + id).asString();
    }

    private static String made(RunningCounter counter, String code) {
        Map<String, Object> programme = Map.of(
                "code",
                code,
                "nameEn",
                "House points",
                "nameZh",
                "本店积分",
                "earning",
                Map.of("basis", "AMOUNT", "points", 1, "perMinor", 100, "pendingDays", 0),
                "lots",
                Map.of("expiry", "AFTER_DAYS", "days", 365, "returnDays", 30),
                "exchange",
                Map.of("points", 100, "minor", 100, "least", 100, "percent", 50));
        counter.commandAs("manager")
                .body(programme)
                .post("/api/v1/points-programmes")
                .then()
                .statusCode(201);
        return code;
    }

    private static String programme(RunningCounter counter, String code) {
        return counter.as("manager")
                .get("/api/v1/points-programmes")
                .jsonPath()
                .getString("items.find { it.code == '" + code + "' }.id");
    }

    private static String ask(RunningCounter counter, String member, String programme, String role, int points) {
        return counter.commandAs(role)
                .body(Map.of("programmeId", programme, "points", points, "reason", "The till was down on Saturday"))
                .post("/api/v1/members/" + member + "/points/adjustments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
