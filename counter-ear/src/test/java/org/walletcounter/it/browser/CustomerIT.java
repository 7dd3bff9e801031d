package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.Patience;
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
    private static final double SOON_MILLIS = 8_000;
    private static final String PAGES_ARE_KEPT =
            "navigator.serviceWorker.ready.then(worker => worker.active.state === 'activated')";

    /** What somebody sees who was taken over from earlier sales and whose session is older than their wallet. */
    private static final String WITHOUT_WALLET = "const real = window.fetch; window.fetch = async (path, ...more) => {"
            + " const answer = await real(path, ...more);"
            + " return path === '/api/v1/me' && answer.ok"
            + " ? Response.json({...(await answer.json()), wallets: []}) : answer; };";

    /** A slow network: the answer to who is signed in is on its way until it is let go. */
    private static final String SLOW_TO_SAY_WHO =
            "const real = window.fetch; const gone = new Promise(go => window.letGo = go);"
                    + " window.fetch = async (path, options) => {"
                    + " if (path !== '/api/v1/me') return real(path, options);"
                    + " const answer = await real(path, {...options, signal: null});"
                    + " await gone; return answer; };";

    /** How many members the phone remembers. */
    private static final String REMEMBERED = "new Promise((done, failed) => {"
            + " const opening = indexedDB.open('wallet-counter'); opening.onerror = failed;"
            + " opening.onsuccess = () => { const store = opening.result;"
            + " store.transaction('remembered').objectStore('remembered').count().onsuccess ="
            + " (counted) => { store.close(); done(counted.target.result); }; }; })";

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

    /** Asked one after the other, and each waited for in vain, the files of the page alone would take longer. */
    @Test
    void the_code_shows_soon_while_the_network_is_silent(RunningCounter counter, Screen screen) throws IOException {
        Shop shop = new Shop(counter);
        try (ProxyInFront proxy = ProxyInFront.of(counter)) {
            Page phone = screen.context().newPage();
            phone.navigate(proxy.address() + "me/?m=" + shop.merchant());
            signIn(counter, phone, shop.customer(100));
            phone.waitForFunction(PAGES_ARE_KEPT);
            proxy.fallSilent();
            phone.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
            phone.locator(".symbols").waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
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
        assertThat(phone.evaluate(REMEMBERED)).isEqualTo(1);
        screen.context().clearCookies();
        assertThat(phone.locator("input[type=tel]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.MILLIS));
        assertThat(phone.evaluate(REMEMBERED)).isEqualTo(0);
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
                .containsText("7.00", new LocatorAssertions.ContainsTextOptions().setTimeout(Patience.MILLIS));
        assertThat(phone.locator("dialog.paid")).hasCount(0);
    }

    @Test
    void one_look_for_payments_waits_for_the_one_before(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        phone.clock().install();
        phone.waitForResponse(answer -> answer.url().contains("/me/payments"), () -> phone.reload());
        assertThat(phone.locator(".symbols")).isVisible();
        phone.evaluate("fetch('/api/v1/me').then(answer => answer.status)");
        List<Route> looks = new ArrayList<>();
        phone.route("**/api/v1/me/payments**", looks::add);
        phone.clock().runFor(6_000);
        phone.evaluate("fetch('/api/v1/me').then(answer => answer.status)");
        assertThat(looks).hasSize(1);
    }

    @Test
    void receipts_are_asked_for_once_whoever_taps_twice(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        List<Route> more = new ArrayList<>();
        phone.route("**/api/v1/me/payments**", route -> {
            if (route.request().url().contains("after=")) {
                more.add(route);
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"items\":[],\"after\":\"next\"}"));
            }
        });
        phone.evaluate("location.hash = '#receipts'");
        Locator button = phone.locator(".movements ~ button.wide");
        assertThat(button).isVisible();
        button.evaluate("button => { button.click(); button.click(); }");
        phone.evaluate("fetch('/api/v1/me').then(answer => answer.status)");
        assertThat(more).hasSize(1);
    }

    @Test
    void money_that_comes_in_and_a_thaw_show_on_the_page_that_is_open(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(1000);
        Page phone = signedIn(counter, screen, shop, customer);
        assertThat(phone.locator(".balance .sum")).containsText("10.00");
        shop.topUp(customer.id(), 2000);
        assertThat(phone.locator(".balance .sum"))
                .containsText("30.00", new LocatorAssertions.ContainsTextOptions().setTimeout(Patience.MILLIS));
        stand(counter, customer, "FROZEN");
        assertThat(phone.locator(".symbols"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(Patience.MILLIS));
        assertThat(phone.locator(".note h2")).isVisible();
        stand(counter, customer, "ACTIVE");
        assertThat(phone.locator(".symbols"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.MILLIS));
    }

    private static void stand(RunningCounter counter, Shop.Customer customer, String state) {
        counter.commandAs("manager")
                .body("{\"state\":\"" + state + "\"}")
                .post("/api/v1/members/" + customer.id() + "/state")
                .then()
                .statusCode(200);
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
    void the_pages_are_there_before_the_wallet_is(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(0));
        phone.addInitScript(WITHOUT_WALLET);
        phone.reload();
        assertThat(phone.locator(".balance .sum")).hasText("–");
        phone.locator(".tabs a[href='#history']").click();
        assertThat(phone.locator(".movements .none")).isVisible();
        phone.locator(".tabs a[href='#settings']").click();
        assertThat(phone.locator("button", new Page.LocatorOptions().setHasText("Sign out")))
                .isVisible();
    }

    @Test
    void one_limit_is_changed_and_the_other_stays_the_stores(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        limit(counter, customer, "\"single\":2000");
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
    void one_limit_is_changed_and_the_other_stays_as_it_was_set_elsewhere(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        assertThat(phone.locator("#limit-daily")).hasValue("");
        limit(counter, customer, "\"daily\":5000");
        phone.locator("#limit-single").fill("30");
        phone.keyboard().press("Enter");
        assertThat(phone.locator("[role=status].good")).isVisible();
        assertThat(phone.locator("#limit-daily")).hasValue("50.00");
        JsonPath member =
                counter.as("manager").get("/api/v1/members/" + customer.id()).jsonPath();
        assertThat(member.getLong("wallets[0].ownSingle.amount")).isEqualTo(3000);
        assertThat(member.getLong("wallets[0].ownDaily.amount")).isEqualTo(5000);
    }

    @Test
    void what_is_shown_from_memory_is_shown_anew_when_the_answer_comes(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        limit(counter, customer, "\"single\":2000");
        reloadSlowly(phone);
        assertThat(phone.locator("#limit-single")).hasValue("");
        phone.evaluate("letGo()");
        assertThat(phone.locator("#limit-single")).hasValue("20.00");
    }

    @Test
    void who_signs_out_is_not_remembered_again_by_another_tab(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        limit(counter, customer, "\"single\":2000");
        reloadSlowly(phone);
        assertThat(phone.locator("#limit-single")).hasValue("");
        Page other = screen.context().newPage();
        other.navigate(counter.address() + "me/#settings");
        other.locator("button", new Page.LocatorOptions().setHasText("Sign out"))
                .click();
        assertThat(other.locator("input[type=tel]")).isVisible();
        phone.evaluate("letGo()");
        assertThat(phone.locator("#limit-single")).hasValue("20.00");
        assertThat(phone.evaluate(REMEMBERED)).isEqualTo(0);
    }

    /** Loads the page anew; it shows what is remembered until letGo(). */
    private static void reloadSlowly(Page phone) {
        phone.addInitScript(SLOW_TO_SAY_WHO);
        phone.waitForResponse(
                answer -> answer.url().endsWith("/api/v1/me"),
                () -> phone.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT)));
    }

    /** Sets a customer's own limits at the desk. */
    private static void limit(RunningCounter counter, Shop.Customer customer, String limits) {
        counter.commandAs("manager")
                .body("{\"currency\":\"" + counter.access().currency() + "\"," + limits + "}")
                .put("/api/v1/members/" + customer.id() + "/limits")
                .then()
                .statusCode(200);
    }

    @Test
    void who_signs_out_without_a_network_is_signed_out_with_the_next(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Page phone = signedIn(counter, screen, shop, shop.customer(100));
        phone.waitForFunction(PAGES_ARE_KEPT);
        Cookie session = session(counter, screen);
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

    private static Cookie session(RunningCounter counter, Screen screen) {
        return screen.context().cookies(counter.address() + "api/v1/me").stream()
                .filter(cookie -> cookie.name.equals("counter_me"))
                .findFirst()
                .orElseThrow();
    }

    private static int statusOfMe(RunningCounter counter, Cookie session) {
        return counter.anybody()
                .cookie(session.name, session.value)
                .get("/api/v1/me")
                .statusCode();
    }

    @Test
    void messages_come_in_the_language_that_is_chosen_on_the_phone(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#settings']").click();
        phone.locator(".segments button[lang='zh-CN']").click();
        assertThat(phone.locator(".segments button[lang='zh-CN']")).hasAttribute("aria-pressed", "true");
        assertThat(languageOf(counter, customer)).isEqualTo("zh");
        Cookie session = session(counter, screen);
        chosen(counter, session, "fr")
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo("language"));
        assertThat(languageOf(counter, customer)).isEqualTo("zh");
        chosen(counter, session, "en").statusCode(200).body("language", equalTo("en"), "name", equalTo("Rosa Diaz"));
        assertThat(languageOf(counter, customer)).isEqualTo("en");
    }

    private static ValidatableResponse chosen(RunningCounter counter, Cookie session, String language) {
        return counter.anybody()
                .cookie(session.name, session.value)
                .header("X-Counter", "1")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"language\":\"" + language + "\"}")
                .put("/api/v1/me/language")
                .then();
    }

    private static String languageOf(RunningCounter counter, Shop.Customer customer) {
        return counter.as("manager")
                .get("/api/v1/members/" + customer.id())
                .jsonPath()
                .getString("language");
    }

    @Test
    void a_code_that_was_sent_is_typed_after_leaving_its_page(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        Page phone = screen.open("me/?m=" + shop.merchant());
        phone.locator("input[type=tel]").fill(customer.phone());
        phone.keyboard().press("Enter");
        Locator code = phone.locator("input.code");
        code.waitFor();
        phone.reload();
        code.waitFor();
        phone.locator("button", new Page.LocatorOptions().setHasText("Other number"))
                .click();
        assertThat(phone.locator("input[type=tel]")).hasValue(customer.phone());
        phone.reload();
        phone.locator("input[type=tel]").fill(customer.phone());
        phone.locator("input[type=tel]").press("Enter");
        code.waitFor();
        assertThat(phone.locator(".card .fault")).isVisible();
        phone.reload();
        code.fill(sentCode(counter, phone, customer.phone()));
        phone.keyboard().press("Enter");
        phone.locator(".symbols").waitFor();
    }

    @Test
    void a_code_that_was_refused_is_not_said_to_be_on_its_way(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(0);
        counter.anybody()
                .header("X-Counter", "1")
                .contentType(ContentType.JSON)
                .body("{\"merchant\":\"" + shop.merchant() + "\",\"phone\":\"" + customer.phone() + "\"}")
                .post("/api/v1/me/sign-in-codes")
                .then()
                .statusCode(202);
        Page phone = screen.open("me/?m=" + shop.merchant());
        phone.locator("input[type=tel]").fill(customer.phone());
        phone.keyboard().press("Enter");
        phone.locator("input.code").waitFor();
        assertThat(phone.locator(".card .fault")).isVisible();
        phone.reload();
        assertThat(phone.locator("input[type=tel]")).isVisible();
    }

    /** There may be no code in their hand, and none comes for hours. */
    @Test
    void who_has_had_a_days_codes_is_told_so_where_the_number_is_asked_for(RunningCounter counter, Screen screen) {
        Page phone = screen.open("me/?m=" + new Shop(counter).merchant());
        phone.route(
                "**/api/v1/me/sign-in-codes",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setBody("{\"code\":\"members.TOO_MANY_CODES\",\"detail\":\"The next in 7 h.\"}")));
        phone.locator("input[type=tel]").fill("07700 900199");
        phone.keyboard().press("Enter");
        assertThat(phone.locator(".card .fault")).hasText("The next in 7 h.");
        assertThat(phone.locator("input[type=tel]")).hasValue("07700 900199");
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
