package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.walletcounter.it.Patience.patiently;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;
import org.walletcounter.members.PaymentCode;

/** A member's spending plan: on the phone, on the member's page of the console, and through the API. */
@WithCounter
class SpendingPlanIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH.sized(1280, 900);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final YearMonth MONTH = YearMonth.now(ZoneId.of("Europe/London"));

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void a_new_customer_sees_how_a_plan_begins(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(0);
        plan(counter, "manager", customer)
                .then()
                .statusCode(200)
                .body("month.seen", equalTo(0))
                .body("whole.usual", nullValue())
                .body("whole.spent.amount", equalTo(0))
                .body("habit.like", nullValue());
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.locator(".standing a[href='#plan']").click();
        assertThat(phone.locator(".group.note")).containsText("Nothing bought yet", patiently());
        screen.photograph(phone, "phone-plan-new");
        assertAccessible(phone);
    }

    @Test
    void a_member_sees_the_month_sets_a_limit_and_takes_a_voucher_that_fits(RunningCounter counter, Screen screen)
            throws InterruptedException {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(10_000);
        bought(counter, shop, customer);
        String name = "Take " + code();
        live(counter, name, "TAKE", 150, 0);
        String dear = "Large " + code();
        live(counter, dear, "TAKE", 500, 2500);

        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.navigate(counter.address() + "me/#plan");
        Locator whole = phone.locator(".plan").first();
        assertThat(whole.locator(".sum")).hasText("£16.80");
        assertThat(whole).containsText("usually £30.00 a month");
        assertThat(whole).containsText("£13.20 left of what you usually spend");
        assertThat(whole).containsText("2 purchases this month; usually 1.");

        phone.locator("#plan-limit").fill("nothing");
        phone.locator(".limit-in button").click();
        assertThat(phone.locator("[role=status].fault")).containsText("above zero", patiently());
        phone.locator("#plan-limit").fill("20");
        phone.locator(".limit-in button").click();
        assertThat(phone.locator(".mild")).containsText("84% of your limit; £3.20 left", patiently());
        screen.photograph(phone, "phone-plan");
        assertAccessible(phone);
        phone.locator(".plan summary").click();
        phone.locator("#plan-limit").fill("15.00");
        phone.locator(".limit-in button").click();
        assertThat(phone.locator(".mild")).containsText("£1.80 over your limit", patiently());
        plan(counter, "administrator", customer).then().body("limit.state", equalTo("OVER"));

        Locator fits = phone.locator(".voucher", new Page.LocatorOptions().setHasText(name));
        assertThat(fits.locator(".worth")).hasText("£1.50");
        assertThat(phone.locator(".voucher", new Page.LocatorOptions().setHasText(dear)))
                .containsText("Spend £5.00 more than usual at once, and £5.00 comes off.");
        fits.locator("button.primary").click();
        assertThat(phone.locator("[role=status].good")).containsText("in your wallet", patiently());
        Locator mine = fits.filter(new Locator.FilterOptions().setHasNot(phone.locator("button")));
        assertThat(mine).hasCount(1);

        phone.navigate(counter.address() + "me/?lang=zh#plan");
        assertThat(phone.locator(".plan").first()).containsText("平时每月约", patiently());
        assertThat(phone.locator(".mild")).containsText("超出上限");
        screen.photograph(phone, "phone-plan-zh");
        assertAccessible(phone);
        phone.locator(".plan summary").click();
        phone.locator("button.wide").click();
        assertThat(phone.locator("[role=status].good")).containsText("上限已取消", patiently());
        plan(counter, "manager", customer).then().body("limit", nullValue());
    }

    @Test
    void a_manager_sees_the_plan_and_grants_a_voucher_that_fits_it(RunningCounter counter, Screen screen)
            throws InterruptedException {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(10_000);
        bought(counter, shop, customer);
        String name = "Grant " + code();
        String campaign = live(counter, name, "GRANT", 300, 0);
        plan(counter, "manager", customer)
                .then()
                .statusCode(200)
                .body("month.seen", equalTo(3))
                .body("whole.usual.amount", equalTo(3000))
                .body("whole.spent.amount", equalTo(1680))
                .body("whole.left.amount", equalTo(1320))
                .body("categories.find { it.category == 'Tests' }.amounts.spent.amount", equalTo(1680))
                .body("habit.usualPurchase.amount", equalTo(2000))
                .body("habit.like.cost.amount", equalTo(2000))
                .body("toGrant.campaignId", hasItem(campaign))
                .body("toTake.size()", equalTo(0));
        for (String other : List.of("cashier", "analyst")) {
            plan(counter, other, customer).then().statusCode(403);
        }

        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/member.xhtml?id=" + customer.id());
        Locator section = page.locator("#plan");
        assertThat(section).containsText("£16.80", patiently());
        assertThat(section).containsText("£30.00");
        assertThat(section).containsText("median of the last 3 months");
        Locator row = section.locator("tr", new Locator.LocatorOptions().setHasText(name));
        assertThat(row).containsText("Saves £3.00");
        screen.photograph(page, "member-plan");
        assertAccessible(page);
        row.locator("button").click();
        assertThat(page.locator(".banner--done")).containsText("in the member’s wallet", patiently());
        assertThat(page.locator("section[aria-labelledby='vouchers-title']")).containsText(name);
        assertThat(page.locator("#plan tr", new Page.LocatorOptions().setHasText(name))
                        .first())
                .containsText("In hand");
        page.locator("[id='language:zh']").click();
        assertThat(page.locator("#plan-title")).hasText("消费计划");
        screen.photograph(page, "member-plan-zh");
        assertAccessible(page);
    }

    /** Three months of the past from a file, then two purchases of today, one of which comes back in part. */
    private static void bought(RunningCounter counter, Shop shop, Shop.Customer customer) throws InterruptedException {
        String number = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999));
        counter.commandAs("cashier")
                .body(Map.of("kind", "external", "value", number))
                .post("/api/v1/members/" + customer.id() + "/identifiers")
                .then()
                .statusCode(200);
        history(
                counter,
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                        + line("536365P" + number, "71053,WHITE METAL LANTERN,5", 3, "4.00", number)
                        + line("536365P" + number, "85123A,WHITE HANGING HEART T-LIGHT HOLDER,10", 3, "2.00", number)
                        + line("536366P" + number, "71053,WHITE METAL LANTERN,5", 2, "4.00", number)
                        + line("536367P" + number, "71053,WHITE METAL LANTERN,5", 1, "4.00", number)
                        + line("536367P" + number, "85123A,WHITE HANGING HEART T-LIGHT HOLDER,5", 1, "2.00", number));
        String jam = shop.product("Jam", 420);
        pay(counter, customer.code(), jam, 3, 1260);
        String next = PaymentCode.of(customer.device(), customer.secret(), PaymentCode.stepAt(Instant.now()) + 1)
                .digits(); // a code pays once
        String payment = pay(counter, next, jam, 2, 840);
        counter.commandAs("cashier")
                .body("{\"lines\":[{\"line\":1,\"quantity\":1}],\"reason\":\"returned\",\"note\":\"\"}")
                .post("/api/v1/payments/" + payment + "/refunds")
                .then()
                .statusCode(201);
    }

    private static String line(String invoice, String goods, int monthsAgo, String price, String customer) {
        return String.join(
                        ",",
                        invoice,
                        goods,
                        MONTH.minusMonths(monthsAgo).atDay(10) + " 10:26:00",
                        price,
                        customer + ".0",
                        "United Kingdom")
                + "\n";
    }

    private static void history(RunningCounter counter, String file) throws InterruptedException {
        String id = counter.as("manager")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/octet-stream")
                .queryParam("storeId", counter.access().store())
                .queryParam("fileName", "plan.csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("api/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Instant patience = Instant.now().plus(LONGEST_WAIT);
        String state = "RUNNING";
        while (state.equals("RUNNING") && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
            state = counter.as("manager").get("api/v1/imports/" + id).jsonPath().getString("state");
        }
        assertThat(state).isEqualTo("COMPLETED");
    }

    private static String pay(RunningCounter counter, String shown, String sku, int pieces, long minor) {
        String money =
                "{\"amount\":" + minor + ",\"currency\":\"" + counter.access().currency() + "\"}";
        return counter.commandAs("cashier")
                .body(("{\"storeId\":\"%s\",\"tillId\":\"%s\",\"saleNumber\":\"%s\",\"lines\":[{\"sku\":\"%s\","
                                + "\"quantity\":%d}],\"amount\":%s,\"shown\":\"%s\",\"tenders\":[{\"kind\":\"WALLET\","
                                + "\"amount\":%s,\"received\":null}]}")
                        .formatted(
                                counter.access().store(),
                                counter.access().till(),
                                code(),
                                sku,
                                pieces,
                                money,
                                shown,
                                money))
                .post("/api/v1/payments")
                .then()
                .statusCode(201)
                .body("state", equalTo("SUCCEEDED"))
                .extract()
                .path("id");
    }

    private static Response plan(RunningCounter counter, String role, Shop.Customer customer) {
        return counter.as(role).get("/api/v1/members/" + customer.id() + "/plan");
    }

    /** A campaign that ends soon, so that it is tried before those of other tests. */
    private static String live(RunningCounter counter, String name, String way, long off, long from) {
        String form = "{\"code\":\"%s\",\"nameEn\":\"%s\",\"nameZh\":\"减免券\",\"currency\":\"%s\","
                + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":%d,\"from\":%d},\"way\":\"%s\",\"openFrom\":\"%s\","
                + "\"openUntil\":\"%s\",\"validDays\":14,\"total\":100,\"perPerson\":1}";
        String id = counter.commandAs("manager")
                .body(form.formatted(
                        code(),
                        name,
                        counter.access().currency(),
                        off,
                        from,
                        way,
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofHours(6))))
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post("api/v1/voucher-campaigns/" + id + "/state")
                .then()
                .statusCode(200);
        return id;
    }

    private static String code() {
        return "SP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
