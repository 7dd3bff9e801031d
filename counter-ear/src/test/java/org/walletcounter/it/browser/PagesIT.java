package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** The pages as such: reachable for everybody, honest when there is nothing to show, no bigger than needed. */
@WithCounter
class PagesIT {

    @Test
    void the_till_is_accessible_on_every_screen(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Spoon", 450);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        assertAccessible(till.page());
        for (String key : List.of("F2", "F4", "F7", "F8", "?")) {
            till.press(key);
            till.page().locator("dialog[open]").waitFor();
            assertAccessible(till.page());
            till.press("Escape");
        }
        till.press("F2");
        till.press("Enter");
        till.sees("paid");
        assertAccessible(till.page());
    }

    @Test
    void the_till_calls_the_product_by_its_name_in_either_language(Screen screen) {
        Page page = screen.open("till/?lang=zh");
        assertThat(page.locator(".brand")).hasText("数字钱包柜台");
        assertThat(page).hasTitle("收银台 · 数字钱包柜台");
        page.navigate(page.url().replace("lang=zh", "lang=en"));
        assertThat(page.locator(".brand")).hasText("Wallet Counter");
        assertThat(page).hasTitle("Till · Wallet Counter");
    }

    @Test
    void the_customers_sign_in_is_accessible(RunningCounter counter, Screen screen) {
        Page page = screen.open("me/?m=" + new Shop(counter).merchant());
        page.locator("input[type=tel]").waitFor();
        assertAccessible(page);
    }

    @Test
    void a_receipt_shows_lines_change_and_its_own_address(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Plate", 999);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.press("F2");
        till.page().locator("#received").fill("10");
        till.press("Enter");
        till.sees("paid");
        String token = counter.as("cashier")
                .queryParam("saleNumber", till.saleNumber())
                .get("/api/v1/payments")
                .jsonPath()
                .getString("items[0].receiptToken");
        Page receipt = screen.open("r/" + token + "?lang=zh");
        assertThat(receipt.locator(".slip")).containsText("找零");
        assertThat(receipt.locator(".slip")).containsText("0.01");
        assertThat(receipt.locator(".slip .qr")).isVisible();
        assertAccessible(receipt);
        screen.photograph(receipt, "receipt-zh");
    }

    @Test
    void an_unknown_receipt_says_so(Screen screen) {
        Page receipt = screen.open("r/AAAAAAAAAAAAAAAAAAAAAAAA?lang=en");
        assertThat(receipt.locator("h1")).hasText("There is no such receipt");
        assertAccessible(receipt);
    }

    @Test
    void pages_are_asked_for_again_but_not_sent_again(RunningCounter counter) {
        String tag = counter.anybody()
                .header("Accept-Encoding", "gzip")
                .get("/till/main.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .header("Content-Encoding", "gzip")
                .extract()
                .header("ETag");
        counter.anybody()
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", tag)
                .get("/till/main.js")
                .then()
                .statusCode(304);
        counter.anybody().get("/assets/nothing.js").then().statusCode(404);
    }
}
