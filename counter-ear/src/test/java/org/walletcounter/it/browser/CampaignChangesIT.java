package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** The manager's pages while a new version of a campaign waits beside the one that is approved. */
@WithCounter
class CampaignChangesIT {

    private static final String CAMPAIGNS = "/api/v1/promotions/campaigns";
    private static final double PATIENCE_MILLIS = 30_000;

    private final String name = "Change" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void who_drops_a_change_is_told_that_the_campaign_goes_on(RunningCounter counter, Screen screen) {
        String id = approved(counter);
        counter.commandAs("manager")
                .body(content(200))
                .put(CAMPAIGNS + "/" + id + "?version=1")
                .then()
                .statusCode(200);
        Page page = ConsoleWindow.ENGLISH.signedIn(
                counter, screen, "manager", "console/promotions.xhtml?state=LIVE&text=" + name);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("New version: Draft");
        assertAccessible(page);
        page.navigate(counter.address() + "console/promotion.xhtml?id=" + id);
        Locator drop = page.locator("[data-opens=act-END]");
        assertThat(drop).hasText("Drop the change");
        drop.click();
        assertThat(page.locator("dialog[open]")).containsText("Only this change goes");
        assertAccessible(page);
        page.locator("dialog[open] .button:not([data-closes])").click();
        assertThat(page.locator(".banner--done")).containsText("version 1 goes on", patiently());
        assertThat(page.locator("[data-opens=act-END]")).hasText("End");
        assertThat(page.locator("[data-opens=act-PAUSE]")).isVisible();
        assertThat(page.locator("section[aria-labelledby='history-title'] tbody tr")
                        .first())
                .containsText("Dropped");
    }

    private String approved(RunningCounter counter) {
        String id = counter.commandAs("manager")
                .body(content(100))
                .post(CAMPAIGNS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(counter, "manager", id, "submit");
        act(counter, "administrator", id, "approve");
        return id;
    }

    private static void act(RunningCounter counter, String role, String id, String act) {
        counter.commandAs(role)
                .post(CAMPAIGNS + "/" + id + "/" + act + "?version=1")
                .then()
                .statusCode(200);
    }

    private String content(int off) {
        return "{\"terms\":{\"names\":{\"en\":\"" + name + "\",\"zh\":\"" + name + "\"},\"currency\":\"GBP\","
                + "\"benefit\":{\"kind\":\"amountOff\",\"off\":" + off + "}},\"from\":\"2031-05-06T00:00:00Z\","
                + "\"until\":\"2031-05-20T00:00:00Z\",\"limits\":{}}";
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
