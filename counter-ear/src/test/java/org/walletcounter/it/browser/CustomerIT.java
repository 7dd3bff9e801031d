package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.Rival;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;
import org.walletcounter.members.PaymentCode;

/** A customer with a phone: in by the code that was sent to it, out of the shop with a receipt. */
@WithCounter
class CustomerIT {

    private static final Pattern SIGN_IN_CODE = Pattern.compile("\\b(\\d{6,8})\\b");
    private static final int MOST_PHONES = 5;
    private static final double PATIENCE_MILLIS = 20_000;
    private static final String PAGES_ARE_KEPT =
            "navigator.serviceWorker.ready.then(worker => worker.active.state === 'activated')";

    @Test
    void the_code_on_the_phone_pays_at_the_till_and_the_phone_says_so(RunningCounter counter, Screen screen)
            throws IOException {
        Shop shop = new Shop(counter);
        String sku = shop.product("Jam", 420);
        Shop.Customer customer = shop.customer(1000);
        Page phone = signedIn(counter, screen, shop, customer);
        String code = phone.locator(".symbols").getAttribute("data-code");
        screen.photograph(phone, "phone");
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.scan(Objects.requireNonNull(code));
        till.sees("paid");
        phone.bringToFront();
        assertThat(phone.locator("dialog.paid .sum")).containsText("4.20");
        phone.locator("dialog.paid button").click();
        assertThat(phone.locator(".balance .sum")).containsText("5.80");
        phone.navigate(counter.address() + "me/#history");
        assertThat(phone.locator(".movements li").first()).containsText("4.20");
        screen.photograph(phone, "phone-history");
        Download statement =
                phone.waitForDownload(() -> phone.locator("a.statement").click());
        assertThat(Files.readString(statement.path(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void the_code_shows_without_a_network(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        phone.waitForFunction(PAGES_ARE_KEPT);
        screen.context().setOffline(true);
        phone.reload();
        phone.locator(".symbols").waitFor();
        assertThat(phone.locator(".banner")).isVisible();
    }

    @Test
    void the_code_shows_while_a_proxy_answers_for_a_stopped_server(RunningCounter counter, Screen screen)
            throws IOException {
        Shop shop = new Shop(counter);
        try (ProxyInFront proxy = ProxyInFront.of(counter)) {
            Page phone = screen.context().newPage();
            phone.navigate(proxy.address() + "me/?m=" + shop.merchant());
            signIn(counter, phone, shop.customer(100));
            phone.waitForFunction(PAGES_ARE_KEPT);
            proxy.stopServer();
            assertThat(phone.evaluate("fetch('/api/v1/me').then(answer => answer.status)"))
                    .isEqualTo(502);
            phone.reload();
            phone.locator(".symbols").waitFor();
            assertThat(phone.locator(".banner")).isVisible();
        }
    }

    @Test
    void a_phone_whose_key_was_ended_by_newer_ones_enrols_again(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        for (int newer = 0; newer < MOST_PHONES; newer++) {
            counter.commandAs("manager")
                    .body("{}")
                    .post("/api/v1/members/" + customer.id() + "/devices")
                    .then()
                    .statusCode(200);
        }
        Response enrolled = phone.waitForResponse(answer -> answer.url().endsWith("/me/devices"), () -> phone.reload());
        assertThat(phone.locator(".symbols")).hasAttribute("data-code", codesAbout(Instant.now(), enrolled.text()));
    }

    /** The codes of this moment, the one before and the one after, with the key of an answer. */
    private static Pattern codesAbout(Instant moment, String answer) {
        JsonPath key = new JsonPath(answer);
        byte[] secret = Base64.getDecoder().decode(key.getString("secret"));
        long step = PaymentCode.stepAt(moment);
        return Pattern.compile(LongStream.rangeClosed(step - 1, step + 1)
                .mapToObj(each ->
                        PaymentCode.of(key.getLong("number"), secret, each).digits())
                .collect(Collectors.joining("|")));
    }

    @Test
    void a_frozen_wallet_shows_no_code(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        phone.locator("section .danger").click();
        phone.locator("dialog .danger").click();
        assertThat(phone.locator(".group.frozen")).isVisible();
        phone.locator(".tabs a").first().click();
        assertThat(phone.locator(".note h2")).isVisible();
        assertThat(phone.locator(".symbols")).hasCount(0);
        String state = counter.as("manager")
                .get("/api/v1/members/" + customer.id())
                .jsonPath()
                .getString("state");
        assertThat(state).isEqualTo("FROZEN");
    }

    @Test
    void a_phone_whose_session_is_over_asks_to_sign_in(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        screen.context().clearCookies();
        assertThat(phone.locator("input[type=tel]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void a_cancelled_payment_shows_no_older_one_as_new(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String sku = shop.product("Tin", 300);
        Shop.Customer customer = shop.customer(1000);
        TillWindow till = TillWindow.open(screen, counter);
        sell(till, sku, customer.code());
        Page phone = signedIn(counter, screen, shop, customer);
        phone.waitForResponse(answer -> answer.url().contains("/me/payments"), () -> phone.reload());
        String code = phone.locator(".symbols").getAttribute("data-code");
        till.page().bringToFront();
        String sale = sell(till, sku, Objects.requireNonNull(code));
        phone.bringToFront();
        phone.locator("dialog.paid button").click();
        assertThat(phone.locator(".balance .sum")).containsText("4.00");
        cancel(counter, sale);
        assertThat(phone.locator(".balance .sum"))
                .containsText("7.00", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(phone.locator("dialog.paid")).hasCount(0);
    }

    /** Sells a product to who shows this; gives the sale's number. */
    private static String sell(TillWindow till, String sku, String code) {
        till.scanProduct(sku);
        till.scan(code);
        till.sees("paid");
        String sale = till.saleNumber();
        till.press("Enter");
        return sale;
    }

    private static void cancel(RunningCounter counter, String sale) {
        String payment = counter.as("cashier")
                .queryParam("text", sale)
                .get("/api/v1/payments")
                .jsonPath()
                .getString("items[0].id");
        counter.commandAs("manager")
                .body("{\"reason\":\"wrong-item\"}")
                .post("/api/v1/payments/" + payment + "/cancellation")
                .then()
                .statusCode(200);
    }

    @Test
    void one_limit_is_changed_and_the_other_stays_the_stores(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        counter.commandAs("manager")
                .body("{\"currency\":\"" + counter.access().currency() + "\",\"single\":2000}")
                .put("/api/v1/members/" + customer.id() + "/limits")
                .then()
                .statusCode(200);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        assertThat(phone.locator("#limit-single")).hasValue("20.00");
        assertThat(phone.locator("#limit-daily")).hasValue("");
        assertThat(phone.locator("#limit-daily")).hasAttribute("placeholder", Pattern.compile("The store’s: \\S+"));
        phone.locator("#limit-single").fill("30");
        phone.keyboard().press("Enter");
        assertThat(phone.locator("[role=status].good")).isVisible();
        JsonPath member =
                counter.as("manager").get("/api/v1/members/" + customer.id()).jsonPath();
        assertThat(member.getLong("wallets[0].ownSingle.amount")).isEqualTo(3000);
        assertThat(member.getString("wallets[0].ownDaily")).isNull();
    }

    @Test
    void who_signs_out_without_a_network_is_signed_out_with_the_next(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        phone.waitForFunction(PAGES_ARE_KEPT);
        Cookie session = screen.context().cookies(counter.address() + "api/v1/me").stream()
                .filter(cookie -> cookie.name.equals("counter_me"))
                .findFirst()
                .orElseThrow();
        assertThat(statusOfMe(counter, session)).isEqualTo(200);
        phone.locator(".tabs a[href='#settings']").click();
        screen.context().setOffline(true);
        phone.locator("button", new Page.LocatorOptions().setHasText("Sign out"))
                .click();
        assertThat(phone.locator(".card")).containsText("signed out here as soon as there is a network");
        screen.context().setOffline(false);
        phone.reload();
        assertThat(phone.locator("input[type=tel]")).isVisible();
        assertThat(statusOfMe(counter, session)).isEqualTo(401);
    }

    private static int statusOfMe(RunningCounter counter, Cookie session) {
        return counter.anybody()
                .cookie(session.name, session.value)
                .get("/api/v1/me")
                .statusCode();
    }

    @Test
    void a_mistyped_stores_code_is_asked_for_again(RunningCounter counter, Screen screen) throws SQLException {
        Rival other = Rival.of(counter); // from now on there is more than one store to choose from
        Page phone = screen.open("me/");
        Locator code = phone.locator(".card input:not([type=tel])");
        code.fill("NOPE");
        phone.keyboard().press("Enter");
        assertThat(phone.locator(".card .fault")).isVisible();
        assertThat(code).hasValue("NOPE");
        phone.reload();
        code.fill(other.code());
        phone.keyboard().press("Enter");
        assertThat(phone.locator("input[type=tel]")).isVisible();
        phone.navigate(counter.address() + "me/?m=NOPE");
        code.fill(other.code());
        phone.keyboard().press("Enter");
        assertThat(phone.locator("input[type=tel]")).isVisible();
        phone.reload();
        phone.locator(".card button", new Page.LocatorOptions().setHasText("Other store"))
                .click();
        assertThat(code).isVisible();
    }

    static Page signedIn(RunningCounter counter, Screen screen, Shop shop, Shop.Customer customer) {
        Page phone = screen.open("me/?m=" + shop.merchant());
        signIn(counter, phone, customer);
        return phone;
    }

    private static void signIn(RunningCounter counter, Page phone, Shop.Customer customer) {
        phone.setViewportSize(390, 844);
        phone.locator("input[type=tel]").fill(customer.phone());
        phone.keyboard().press("Enter");
        Locator code = phone.locator("input.code");
        code.waitFor();
        code.fill(sentCode(counter, phone, customer.phone()));
        phone.keyboard().press("Enter");
        phone.locator(".symbols").waitFor();
    }

    /** The sign-in code in the newest message to a phone; it may take a moment to arrive. */
    private static String sentCode(RunningCounter counter, Page phone, String number) {
        for (int look = 0; look < 60; look++) {
            List<String> texts = RestAssured.given()
                    .queryParam("phone", number)
                    .get(counter.sandboxAddress() + "sms.json")
                    .jsonPath()
                    .getList("items.text");
            Matcher code = SIGN_IN_CODE.matcher(texts.isEmpty() ? "" : texts.get(0));
            if (code.find()) {
                return code.group(1);
            }
            phone.waitForTimeout(500);
        }
        throw new AssertionError("No sign-in code has reached the sandbox for " + number + ".");
    }
}
