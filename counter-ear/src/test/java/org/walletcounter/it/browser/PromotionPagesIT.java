package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** The manager's pages for promotion campaigns: form with preview, life, list and calendar. */
@WithCounter
class PromotionPagesIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH;
    private static final double PATIENCE_MILLIS = 30_000;
    private static final String PREVIEW = "[id='edit:preview']";

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void a_ladder_is_made_tried_and_goes_live_when_somebody_else_approves(RunningCounter counter, Screen screen) {
        String name = "Ladder " + UUID.randomUUID().toString().substring(0, 8);
        String sku = new Shop(counter).product("Kite", 10_000);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotion-edit.xhtml");
        assertAccessible(page);
        page.getByText("Spend and save, in steps").click();
        field(page, "en").fill(name);
        field(page, "zh").fill("满减 " + name);
        step(page, 0, "100", "120");
        page.locator("[id='edit:save']").click();
        assertThat(page.locator(".field-error").first()).containsText("must be smaller than the amount", patiently());
        screen.photograph(page, "promotion-refused");
        step(page, 0, "100", "20");
        Locator line = page.locator(".list--sample tbody tr").first();
        line.locator("input").first().fill(sku);
        line.locator("input").nth(2).fill("1");
        assertThat(page.locator(PREVIEW)).containsText("The draft takes off £20.00", patiently());
        screen.photograph(page, "promotion-edit");
        assertAccessible(page);
        page.locator("[id='edit:save']").click();
        assertThat(page.locator(".banner--done")).containsText("kept as a draft", patiently());
        assertThat(page.locator(".sentences")).containsText("from £100.00, £20.00 off");
        act(page, "SUBMIT");
        assertThat(page.locator(".banner--done")).containsText("another manager", patiently());
        assertThat(page.locator("[data-opens=act-APPROVE]")).isDisabled();
        String address = page.url().substring(counter.address().length());
        page.context().clearCookies();
        Page other = CONSOLE.signedIn(counter, screen, "administrator", address);
        act(other, "APPROVE");
        assertThat(other.locator(".banner--done")).containsText("approved", patiently());
        screen.photograph(other, "promotion");
        assertAccessible(other);
        other.navigate(counter.address() + "console/promotions.xhtml?state=LIVE&text=" + name.replace(" ", "%20"));
        assertThat(other.locator("tbody tr")).hasCount(1);
        assertThat(other.locator("tbody tr")).containsText("Approved, not begun");
        assertAccessible(other);
    }

    /** Goods for 100.00 that cost 70.00: half of it leaves less than a fifth. */
    @Test
    void the_sample_basket_keeps_the_least_margin(RunningCounter counter, Screen screen) {
        String sku = costing(counter, 7_000);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotion-edit.xhtml?kind=percentOff");
        field(page, "en").fill("Half price");
        field(page, "zh").fill("半价");
        field(page, "basisPoints").fill("50");
        page.locator(".list--sample tbody tr").nth(1).locator("input").first().fill("");
        Locator line = page.locator(".list--sample tbody tr").first();
        line.locator("input").first().fill(sku);
        line.locator("input").nth(2).fill("1");
        assertThat(page.locator(PREVIEW)).containsText("The draft takes off £50.00", patiently());
        field(page, "leastMargin").fill("20");
        assertThat(page.locator(PREVIEW)).containsText("It would leave less than the least margin.", patiently());
        assertThat(page.locator(PREVIEW)).containsText("takes nothing off here");
    }

    private static String costing(RunningCounter counter, long cost) {
        String sku = "IT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        counter.commandAs("manager")
                .body(("{\"sku\":\"%s\",\"nameEn\":\"Lamp\",\"nameZh\":\"灯\",\"category\":\"Tests\","
                                + "\"price\":{\"amount\":10000,\"currency\":\"GBP\"},\"unitCost\":%d,\"active\":true}")
                        .formatted(sku, cost))
                .post("api/v1/products")
                .then()
                .statusCode(201);
        return sku;
    }

    @Test
    void what_is_missing_is_told_at_its_field(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotion-edit.xhtml?kind=percentOff");
        field(page, "basisPoints").fill("a fifth");
        page.locator("[id='edit:save']").click();
        Locator faulty = page.locator(".field", new Page.LocatorOptions().setHas(field(page, "basisPoints")));
        assertThat(faulty.locator(".field-error")).containsText("as in 20 or 12.5", patiently());
        assertThat(field(page, "basisPoints")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".field-error")).hasCount(3);
    }

    @Test
    void the_calendar_shows_campaigns_that_exclude_each_other(RunningCounter counter, Screen screen) {
        String group = "g" + UUID.randomUUID().toString().substring(0, 8);
        draft(counter, "One " + group, group);
        draft(counter, "Two " + group, group);
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/promotion-calendar.xhtml?month=2031-05");
        Locator bar = page.locator(".month-bar", new Page.LocatorOptions().setHasText("One " + group));
        assertThat(bar.first()).containsText("clash");
        assertAccessible(page);
        screen.photograph(page, "promotion-calendar");
        bar.first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("One " + group);
        assertThat(page.locator("section[aria-labelledby='clashes-title']")).containsText("Two " + group);
    }

    private static void draft(RunningCounter counter, String name, String group) {
        String terms = "{\"names\":{\"en\":\"" + name + "\",\"zh\":\"" + name + "\"},\"currency\":\"GBP\","
                + "\"benefit\":{\"kind\":\"amountOff\",\"off\":100},\"stacking\":{\"group\":\"" + group
                + "\",\"atMost\":1}}";
        counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"2031-05-06T00:00:00Z\",\"until\":\"2031-05-20T00:00:00Z\","
                        + "\"limits\":{}}")
                .post("/api/v1/promotions/campaigns")
                .then()
                .statusCode(201);
    }

    @Test
    void a_promotion_that_is_not_there_is_told_on_a_page_with_a_name(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/promotions.xhtml");
        for (String asked : List.of("", "?id=nonsense", "?id=" + UUID.randomUUID())) {
            Response answer = page.navigate(counter.address() + "console/promotion.xhtml" + asked);
            assertThat(answer.status()).as(asked).isEqualTo(404);
            assertThat(page).hasTitle("Promotions · Wallet Counter");
            assertThat(page.locator(".banner")).containsText("There is no such");
        }
    }

    private static Locator field(Page page, String name) {
        return page.locator("[data-field='" + name + "']").first();
    }

    private static void step(Page page, int row, String from, String off) {
        Locator inputs = page.locator("section[aria-labelledby='benefit-title'] tbody tr")
                .nth(row)
                .locator("input");
        inputs.nth(0).fill(from);
        inputs.nth(1).fill(off);
    }

    private static void act(Page page, String act) {
        page.locator("[data-opens=act-" + act + "]").click();
        page.locator("dialog[open] .button:not([data-closes])").click();
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
