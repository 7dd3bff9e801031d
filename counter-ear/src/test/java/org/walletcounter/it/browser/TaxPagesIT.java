package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** Tax rates in the console, and tax and cash rounding at the till and on the receipt. */
@WithCounter
class TaxPagesIT {

    private static final int MOST_TURNS = 50;

    /** A receipt is black on white in every scheme. */
    private static final String INK_ON_PAPER = "rgb(76, 82, 96)";

    private static final String MERCHANT = "(SELECT merchant_id FROM merchants.store WHERE id = ?)";

    @Test
    void a_rate_is_added_for_later_and_taken_back(RunningCounter counter, Screen screen) {
        String code = "T" + UUID.randomUUID().toString().substring(0, 8);
        Page page = ConsoleWindow.ENGLISH.signedInAnew(counter, screen, "manager", "console/taxes.xhtml");
        page.locator("[id='list:add']").click();
        page.locator("[id='tax:code']").fill(code);
        page.locator("[id='tax:percent']").fill("8.75");
        page.locator("[id='tax:nameEn']").fill("Reduced rate");
        page.locator("[id='tax:nameZh']").fill("优惠税率");
        page.locator("[id='tax:from']").fill("2099-01-01");
        page.locator("[id='tax:standard']").uncheck();
        screen.photograph(page, "tax-form");
        page.locator("[id='tax:do']").click();
        assertThat(page.locator(".banner--done")).containsText(code);
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(code)))
                .containsText("8.75 %");
        assertAccessible(page);
        screen.photograph(page, "taxes");
        Page chinese = ConsoleWindow.ENGLISH.in("zh").signedInAnew(counter, screen, "manager", "console/taxes.xhtml");
        screen.photograph(chinese, "taxes-zh");
        chinese.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(code))
                .locator(".icon-button")
                .click();
        assertThat(chinese.locator(".banner--done")).isVisible();
        assertThat(chinese.getByText(code)).hasCount(0);
    }

    @Test
    void the_till_asks_for_coins_and_the_receipt_shows_the_tax(RunningCounter counter, Screen screen)
            throws SQLException, InterruptedException {
        String sku = new Shop(counter).product("Lantern", 1003);
        update(
                counter,
                "INSERT INTO merchants.tax_rate VALUES (gen_random_uuid(), " + MERCHANT
                        + ", NULL, 'VAT', 'VAT', '增值税', 2000, true, '2026-01-01')");
        update(
                counter,
                "INSERT INTO kernel.parameter_version (merchant_id, code, in_force, value, author) VALUES (" + MERCHANT
                        + ", 'transactions.cash.step', now(), 5, 'test')");
        try {
            awaitDueInCash(counter, sku, 1005);
            TillWindow till = TillWindow.open(screen, counter);
            till.scanProduct(sku);
            till.press("F2");
            till.page().locator("#received").waitFor();
            assertThat(till.page().locator("dialog .due").first()).containsText("10.05");
            till.page().locator("#received").fill("11");
            assertThat(till.page().locator(".change")).containsText("0.95");
            screen.photograph(till.page(), "till-cash-rounded");
            till.press("Enter");
            assertThat(till.sees("paid").locator(".sum")).containsText("10.05");
            screen.photograph(till.page(), "till-cash-rounded-paid");
            String token = counter.as("cashier")
                    .queryParam("saleNumber", till.saleNumber())
                    .get("/api/v1/payments")
                    .jsonPath()
                    .getString("items[0].receiptToken");
            for (String language : new String[] {"en", "zh"}) {
                Page receipt = screen.open("r/" + token + "?lang=" + language);
                assertThat(receipt.locator(".taxes")).containsText("8.36");
                assertThat(receipt.locator(".taxes")).containsText("1.67");
                assertThat(receipt.locator(".slip")).containsText("0.02");
                assertAccessible(receipt);
                screen.photograph(receipt, "receipt-tax-" + language);
                receipt.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                assertThat(receipt.locator(".taxes thead th").last()).hasCSS("color", INK_ON_PAPER);
            }
        } finally {
            update(counter, "DELETE FROM merchants.tax_rate WHERE code = 'VAT' AND merchant_id = " + MERCHANT);
            update(
                    counter,
                    "INSERT INTO kernel.parameter_version (merchant_id, code, in_force, value, author) VALUES ("
                            + MERCHANT + ", 'transactions.cash.step', now(), 1, 'test')");
        }
    }

    /** A node looks once a second what has changed. */
    private static void awaitDueInCash(RunningCounter counter, String sku, long due) throws InterruptedException {
        String body = "{\"storeId\":\"" + counter.access().store() + "\",\"tillId\":\""
                + counter.access().till() + "\",\"saleNumber\":\"TAX-QUOTE\",\"tenders\":[\"CASH\"],\"pricing\":{},"
                + "\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (due
                    == counter.as("cashier")
                            .contentType("application/json")
                            .body(body)
                            .post("/api/v1/payments/quote")
                            .jsonPath()
                            .getLong("cash.amount")) {
                return;
            }
            Thread.sleep(200);
        }
        Assertions.fail("The rules for cash are not in force yet.");
    }

    private static void update(RunningCounter counter, String sql) throws SQLException {
        try (Connection books = counter.parts().connect();
                PreparedStatement update = books.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(counter.access().store()));
            update.executeUpdate();
        }
    }
}
