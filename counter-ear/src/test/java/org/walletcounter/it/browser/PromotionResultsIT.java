package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;
import org.walletcounter.promotions.Benefit;
import org.walletcounter.promotions.Promotion;
import org.walletcounter.promotions.Terms;

/** The manager's pages for what campaigns did and would have done, and for price lists. */
@WithCounter
class PromotionResultsIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH.sized(1280, 800);
    private static final double PATIENCE_MILLIS = 60_000;
    private static final int HALF = 5_000;
    private static final int BUYERS = 33;
    private static final int PRICES_ON_A_PAGE = 25;

    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @Test
    void a_draft_is_tried_on_past_sales_and_two_trials_are_compared(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Kite", 5_000);
        for (int i = 0; i < 3; i++) {
            pay(counter, sku, 5_000, null);
        }
        String campaign = draft(counter, sku, "\"benefit\":{\"kind\":\"amountOff\",\"off\":500}", "\"budget\":1200");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotion.xhtml?id=" + campaign);
        page.getByText("Try on past sales").click();
        assertThat(page.locator(".empty-title")).hasText("Not tried yet");
        assertAccessible(page);
        page.locator("[id='order:until']").fill(today().minusDays(9).toString());
        page.locator("[id='order:from']").fill(today().toString());
        page.locator("[id='order:start']").click();
        assertThat(page.locator(".field-error")).containsText("last day that is not before the first");
        order(page, false);
        assertThat(page.locator(".state--done")).isVisible(visibly());
        assertThat(page.locator(".tile").nth(1)).containsText("3");
        assertThat(page.locator(".tile--lead")).containsText("£15.00");
        assertThat(page.locator("section[aria-labelledby='burn-title']")).containsText("The budget is used up on");
        assertAccessible(page);
        screen.photograph(page, "back-test");
        page.getByText("All trials of the campaign").click();
        order(page, true);
        assertThat(page.locator(".state--done")).isVisible(visibly());
        page.getByText("All trials of the campaign").click();
        assertThat(page.locator("section[aria-labelledby='earlier-title'] tbody tr"))
                .hasCount(2);
        assertAccessible(page);
        screen.photograph(page, "back-tests");
        page.getByText("Compare the two").click();
        assertThat(page.locator("tbody tr").nth(3)).containsText("Share of sales reached");
        assertAccessible(page);
        screen.photograph(page, "back-test-compare");
        page.locator("a[href^='back-test.xhtml']").first().click();
        page.locator("[id='language:zh']").click();
        assertThat(page.locator("section[aria-labelledby='burn-title']")).containsText("预算将于");
        screen.photograph(page, "back-test-zh");
    }

    @Test
    void what_a_campaign_changed_is_told_by_those_it_is_kept_from(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        // So dear that what others buy today, who are members as well, weighs nothing beside it.
        String sku = shop.product("Lantern", 100_000);
        String terms = "\"benefit\":{\"kind\":\"amountOff\",\"off\":100},\"heldOut\":" + HALF;
        String campaign = draft(counter, sku, terms, "\"budget\":100000");
        act(counter, campaign, "submit", "manager");
        act(counter, campaign, "approve", "administrator");
        Promotion promotion = new Promotion(
                UUID.fromString(campaign),
                1,
                Terms.of("Lantern", "GBP", new Benefit.AmountOff(100)).holdingOut(HALF),
                Instant.EPOCH,
                null);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotion-performance.xhtml?id=" + campaign);
        assertThat(page.locator(".uplift-says")).containsText("Not enough data to tell yet");
        assertAccessible(page);
        int with = 0;
        int without = 0;
        while (with < BUYERS || without < BUYERS) {
            Shop.Customer customer = shop.customer(0);
            boolean held = promotion.holdsOut(UUID.fromString(customer.id()));
            int before = held ? without++ : with++;
            int pieces = held ? 1 + before % 2 : 6 + before % 3;
            pay(counter, sku, pieces, pieces * 100_000L - (held ? 0 : 100), customer.code());
        }
        page.reload();
        assertThat(page.locator(".uplift-says")).containsText("more turnover per member");
        assertThat(page.locator("section[aria-labelledby='sales-title'] tbody tr"))
                .hasCount(15);
        assertAccessible(page);
        screen.photograph(page, "promotion-performance");
        page.locator("[id='language:zh']").click();
        assertThat(page.locator(".uplift-says")).containsText("会员人均消费约增加");
        screen.photograph(page, "promotion-performance-zh");
        counter.as("analyst")
                .get("/api/v1/promotions/campaigns/" + campaign + "/figures")
                .then()
                .statusCode(200)
                .body("uplift.measures[0].verdict", equalTo("MORE"))
                .body("uplift.share", equalTo(HALF))
                .body("whole.sales", equalTo(with));
        act(counter, campaign, "end", "manager");
    }

    @Test
    void what_only_gives_something_reaches_its_sales(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String sku = shop.product("Teapot", 3_000);
        String mug = shop.product("Mug", 400);
        String campaign = draft(
                counter,
                sku,
                "\"benefit\":{\"kind\":\"giftLadder\",\"steps\":[{\"from\":1000,\"choices\":[{\"sku\":\"" + mug
                        + "\",\"names\":{\"en\":\"Mug\",\"zh\":\"杯子\"},\"quantity\":1,\"worth\":400}]}]}",
                "");
        act(counter, campaign, "submit", "manager");
        act(counter, campaign, "approve", "administrator");
        String payment = pay(counter, sku, 3_000, null);
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/promotion-performance.xhtml?id=" + campaign);
        assertThat(page.locator(".tile").nth(1)).containsText("1");
        assertThat(page.locator("section[aria-labelledby='given-title'] tbody tr"))
                .containsText(mug);
        assertThat(page.locator("section[aria-labelledby='sales-title'] tbody tr"))
                .hasCount(1);
        assertAccessible(page);
        screen.photograph(page, "promotion-performance-gift");
        act(counter, campaign, "end", "manager");
        aReturnAsksForTheGift(counter, screen, payment);
    }

    /** In the console as at the till. */
    private static void aReturnAsksForTheGift(RunningCounter counter, Screen screen, String payment) {
        screen.context().clearCookies();
        Page console = CONSOLE.signedIn(counter, screen, "manager", "console/transaction.xhtml?id=" + payment);
        console.locator("[data-opens='refunding']").click();
        console.locator("[id='refund:extent:1']").check();
        console.locator(".field--goods input").fill("1");
        console.locator("[id='refund:reason']").selectOption("returned");
        console.locator("[id='refund:calculate']").click();
        assertThat(console.locator("dl.reckoning")).containsText("Gift to be handed back1 × Mug", patiently());
        screen.photograph(console, "transaction-refund-gift");
        screen.context().clearCookies();
        TillWindow till = TillWindow.open(screen, counter);
        till.press("F7");
        till.scan(counter.as("cashier")
                .get("/api/v1/payments/" + payment)
                .jsonPath()
                .getString("saleNumber"));
        till.page().locator(".goods input").fill("1");
        assertThat(till.page().locator(".reckoning")).containsText("Gift to be handed back1 × Mug", patiently());
        screen.photograph(till.page(), "till-refund-gift");
    }

    @Test
    void a_price_list_is_made_from_a_file_changed_in_its_rows_and_ended(RunningCounter counter, Screen screen)
            throws Exception {
        Shop shop = new Shop(counter);
        String one = shop.product("Fan " + run, 2_000);
        String two = shop.product("Bowl " + run, 3_000);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/price-list-edit.xhtml");
        assertAccessible(page);
        page.locator("[id='edit:en']").fill("Prices " + run);
        Path file = Files.createTempFile("prices", ".csv");
        Files.writeString(file, "sku,price\n" + one + ",18.50\nNONE,1\n" + two + ",two\n", StandardCharsets.UTF_8);
        page.locator("#file").setInputFiles(file);
        assertThat(page.locator("[id='edit:csv']")).hasValue(Pattern.compile("18\\.50"));
        page.locator("[id='edit:save']").click();
        assertThat(page.locator(".banner--refused").last()).containsText("2 lines cannot be used", patiently());
        assertThat(page.locator("tbody").first()).containsText("no product NONE");
        screen.photograph(page, "price-list-faulty");
        assertAccessible(page);
        page.locator("[id='edit:csv']").fill("sku,price\n" + one + ",18.50\n" + two + ",31\n");
        page.locator("[id='edit:check']").click();
        assertThat(page.locator(".scroll--high tbody tr").nth(1)).containsText("dearer", patiently());
        page.locator("[id='edit:save']").click();
        assertThat(page.locator(".banner--done")).containsText("is saved", patiently());
        String address = page.url();
        assertAccessible(page);
        screen.photograph(page, "price-list");
        Locator prices = page.locator("section[aria-labelledby='prices-title'] tbody tr");
        row(prices, one).locator("input").fill("17");
        row(prices, two).locator("input").fill("");
        page.locator("[id='rows:keep']").click();
        assertThat(page.locator(".banner--done")).containsText("count from now on", patiently());
        assertThat(prices).hasCount(1);
        assertThat(prices.locator("input")).hasValue("17.00");
        page.locator("[id='upload-prices:csv']").fill("sku,price\n" + two + ",25.00\n");
        page.locator("[id='upload-prices:way']").selectOption("REPLACE");
        page.locator("[id='upload-prices:check']").click();
        assertThat(page.locator("[id='upload-prices:all']")).containsText("1 new, 0 changed", patiently());
        assertThat(page.locator("[id='upload-prices:all']")).containsText("1 that the file does not name go");
        screen.photograph(page, "price-list-upload");
        page.locator("[id='upload-prices:take']").click();
        assertThat(row(prices, two)).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
        String id = address.substring(address.indexOf("id=") + 3).split("&")[0];
        counter.as("analyst")
                .get("/api/v1/promotions/price-lists/" + id + "/prices")
                .then()
                .statusCode(200)
                .body(equalTo("sku,price\r\n" + two + ",25.00\r\n"));
        page.locator("[id='language:zh']").click();
        screen.photograph(page, "price-list-zh");
        page.navigate(counter.address() + "console/price-lists.xhtml");
        screen.photograph(page, "price-lists-zh");
        page.locator("[id='language:en']").click();
        assertAccessible(page);
        page.navigate(address);
        page.locator("[data-opens=ending]").click();
        page.locator("dialog[open] .button--danger").click();
        assertThat(page.locator(".banner--warn")).containsText("counts no more", patiently());
        assertThat(page.locator("[id='rows:keep']")).hasCount(0);
    }

    @Test
    void a_price_list_is_searched_whole_and_page_by_page(RunningCounter counter, Screen screen) throws SQLException {
        String name = "Jug & Mug " + run;
        shelve(counter, name);
        String last = new Shop(counter).product(name, 2_000);
        String id = priceList(counter, last);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/price-list.xhtml?id=" + id);
        page.locator("#text").fill(name);
        page.locator("form[role=search] button[type=submit]").click();
        page.locator("a[rel=next]").click();
        Locator prices = page.locator("section[aria-labelledby='prices-title'] tbody tr");
        assertThat(prices).hasCount(1);
        assertThat(prices).containsText(last);
        assertThat(page.locator("#text")).hasValue(name);
        prices.locator("input").fill("14");
        page.locator("[id='rows:keep']").click();
        assertThat(page.locator(".banner--done")).containsText("count from now on", patiently());
        assertThat(prices).hasCount(1);
        assertThat(prices.locator("input")).hasValue("14.00");
        assertThat(page.locator("#text")).hasValue(name);
        counter.commandAs("manager")
                .post("/api/v1/promotions/price-lists/" + id + "/end")
                .then()
                .statusCode(200);
    }

    /** Two hundred products that are not sold, by their SKU before those of all tests. */
    private void shelve(RunningCounter counter, String name) throws SQLException {
        try (Connection connection = counter.parts().connect();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO orders.product (id, merchant_id, sku, name_en,"
                                + " category, price, currency, active) SELECT gen_random_uuid(), m.id,"
                                + " ? || to_char(n, 'FM000'), ?, 'Tests', 1000, ?, false"
                                + " FROM merchants.merchant m, generate_series(0, 199) n WHERE m.code = ?")) {
            insert.setString(1, "AA" + run);
            insert.setString(2, name);
            insert.setString(3, counter.access().currency());
            insert.setString(4, counter.access().merchant());
            insert.executeUpdate();
        }
    }

    /** A list with a page full of the shelved products, and one product more. */
    private String priceList(RunningCounter counter, String last) {
        String shelved = IntStream.range(0, PRICES_ON_A_PAGE)
                .mapToObj(each -> "\"AA" + run + String.format("%03d", each) + "\":900,")
                .collect(Collectors.joining());
        return counter.commandAs("manager")
                .body("{\"names\":{\"en\":\"Jugs " + run + "\",\"zh\":\"壶 " + run + "\"},\"currency\":\""
                        + counter.access().currency() + "\",\"when\":{\"kind\":\"all\",\"of\":[]},"
                        + "\"from\":\"2026-01-01T00:00:00Z\",\"unitAmounts\":{" + shelved + "\"" + last + "\":1500}}")
                .post("/api/v1/promotions/price-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_price_list_for_few_stays_theirs_although_the_form_cannot_offer_them(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Vase " + run, 2_000);
        String store = UUID.randomUUID().toString();
        String tier = "GONE-" + run;
        String id = counter.commandAs("manager")
                .body("{\"names\":{\"en\":\"Trade " + run + "\",\"zh\":\"同业价 " + run + "\"},\"currency\":\""
                        + counter.access().currency() + "\",\"when\":{\"kind\":\"all\",\"of\":["
                        + "{\"kind\":\"stores\",\"stores\":[\"" + store + "\"]},"
                        + "{\"kind\":\"tiers\",\"tiers\":[\"" + tier + "\"]}]},"
                        + "\"from\":\"2026-01-01T00:00:00Z\",\"unitAmounts\":{\"" + sku + "\":1500}}")
                .post("/api/v1/promotions/price-lists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/price-list-edit.xhtml?id=" + id);
        assertThat(page.getByLabel("another store")).isChecked();
        assertThat(page.getByLabel(tier)).isChecked();
        assertAccessible(page);
        page.locator("[id='edit:until']").fill("2090-01-01T00:00");
        page.locator("[id='edit:save']").click();
        assertThat(page.locator(".banner--done")).containsText("is saved", patiently());
        counter.as("analyst")
                .get("/api/v1/promotions/price-lists/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("content.when.of[0].stores[0]", equalTo(store))
                .body("content.when.of[1].tiers[0]", equalTo(tier));
    }

    private static Locator row(Locator rows, String sku) {
        return rows.filter(new Locator.FilterOptions().setHasText(sku));
    }

    private static void order(Page page, boolean firstStore) {
        page.locator("[id='order:from']").fill(today().minusDays(9).toString());
        page.locator("[id='order:until']").fill(today().toString());
        if (firstStore) {
            page.locator("fieldset.ticks input").first().check();
        }
        page.locator("[id='order:start']").click();
        page.waitForURL(Pattern.compile(".*/back-test\\.xhtml.*"));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private String draft(RunningCounter counter, String sku, String terms, String limits) {
        return counter.commandAs("manager")
                .body("{\"terms\":{\"names\":{\"en\":\"Autumn " + run + "\",\"zh\":\"秋季 " + run
                        + "\"},\"currency\":\"GBP\",\"on\":{\"skus\":[\"" + sku + "\"]}," + terms
                        + "},\"from\":\"2026-01-01T00:00:00Z\",\"limits\":{" + limits + "}}")
                .post("/api/v1/promotions/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void act(RunningCounter counter, String campaign, String act, String role) {
        counter.commandAs(role)
                .post("/api/v1/promotions/campaigns/" + campaign + "/" + act + "?version=1")
                .then()
                .statusCode(200);
    }

    /** Sells one piece for cash, and gives the payment's id. */
    private String pay(RunningCounter counter, String sku, long minor, @Nullable String shown) {
        return pay(counter, sku, 1, minor, shown);
    }

    private String pay(RunningCounter counter, String sku, int pieces, long minor, @Nullable String shown) {
        Map<String, Object> money = Map.of("amount", minor, "currency", "GBP");
        Map<String, Object> body = new HashMap<>(Map.of(
                "storeId", counter.access().store(),
                "tillId", counter.access().till(),
                "saleNumber", "PR-" + UUID.randomUUID(),
                "lines", List.of(Map.of("sku", sku, "quantity", pieces)),
                "pricing", Map.of(),
                "amount", money,
                "tenders", List.of(Map.of("kind", "CASH", "amount", money))));
        body.put("shown", shown);
        return counter.commandAs("cashier")
                .body(body)
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.IsVisibleOptions visibly() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }
}
