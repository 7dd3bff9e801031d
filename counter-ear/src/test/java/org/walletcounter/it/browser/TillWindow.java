package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;

/** A till in a browser, worked by a cashier with a scanner and a keyboard. */
final class TillWindow {

    private final Page page;

    private TillWindow(Page page) {
        this.page = page;
    }

    /** Opens a till, signs the cashier in and takes the first place offered. */
    static TillWindow open(Screen screen, RunningCounter counter) {
        TillWindow till = new TillWindow(screen.open("till/"));
        till.page.setViewportSize(1280, 800);
        till.signIn(counter, "cashier");
        return till;
    }

    /** Signs somebody of this role in and takes the first place offered. */
    void signIn(RunningCounter counter, String role) {
        page.locator("[name=username]").fill(counter.access().username(role));
        page.locator("[name=password]").fill(counter.access().password(role));
        page.keyboard().press("Enter");
        page.locator(".places, #search").first().waitFor();
        if (page.locator(".places").count() > 0) {
            page.locator(".places button").first().click();
        }
        waitForSale();
    }

    private void waitForSale() {
        assertThat(page.locator("#search")).isFocused();
    }

    Page page() {
        return page;
    }

    /** What a scanner does: types fast, and Enter. */
    void scan(String text) {
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    /** Scans a product and waits until it stands in the basket. */
    void scanProduct(String sku) {
        scan(sku);
        page.locator(".lines").getByText(sku).waitFor();
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Waits for an outcome over the whole screen: "paid", "refused", "asking". */
    Locator sees(String outcome) {
        Locator screen = page.locator("dialog.outcome[data-outcome=" + outcome + "]");
        screen.waitFor(new Locator.WaitForOptions().setTimeout(20_000).setState(WaitForSelectorState.VISIBLE));
        return screen;
    }

    Locator total() {
        return page.locator("#total");
    }

    /** The number of the sale whose outcome is on screen. */
    String saleNumber() {
        return page.locator(".outcome .faintly.number").textContent();
    }
}
