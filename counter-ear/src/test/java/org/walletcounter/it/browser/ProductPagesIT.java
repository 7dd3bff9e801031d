package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** The manager's pages about goods: brands, tags, and campaigns that go by them. */
@WithCounter
class ProductPagesIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH;

    @Test
    void a_brand_and_tags_are_kept_looked_for_and_offered_to_campaigns(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Teapot", 2400);
        String brand = "Brand, " + sku;
        Page page = CONSOLE.signedInAnew(counter, screen, "manager", "console/products.xhtml?text=" + sku);
        page.locator("tbody .icon-button").click();
        page.locator("[id='product:brand']").fill(brand);
        page.locator("[id='product:tags']").fill("spring，" + sku + " gift, spring");
        screen.photograph(page, "product-form");
        page.locator("[id='product:do']").click();
        assertThat(page.locator(".banner--done")).containsText(sku);
        page.locator("#brand").selectOption(brand);
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody .tag")).hasText(new String[] {sku + " gift", "spring"});
        assertAccessible(page);
        screen.photograph(page, "products");
        page.navigate(counter.address() + "console/promotion-edit.xhtml?kind=percentOff");
        Locator tags = page.locator("[data-field='tags']");
        tags.fill("summer, ");
        tags.focus();
        assertThat(page.locator("#words-offered option[value='summer, spring']"))
                .hasCount(1);
        Locator brands = page.locator("[data-field='brands']");
        brands.focus();
        assertThat(page.locator("#words-offered option[value='\"" + brand + "\"']"))
                .hasCount(1);
        brands.fill("\"" + brand + "\", ");
        assertThat(page.locator("#words-offered option[value$='\"" + brand + "\"']"))
                .hasCount(0);
        page = CONSOLE.in("zh").signedInAnew(counter, screen, "manager", "console/products.xhtml?text=" + sku);
        screen.photograph(page, "products-zh");
    }

    @Test
    void the_list_goes_on_after_a_code_that_an_address_would_not_hold(RunningCounter counter, Screen screen) {
        String prefix = "IT" + UUID.randomUUID().toString().substring(0, 8) + "#&50%~+";
        Shop shop = new Shop(counter);
        for (int i = 1; i <= 26; i++) {
            shop.product("%s-%02d".formatted(prefix, i), "Pin", 100);
        }
        String text = URLEncoder.encode(prefix, StandardCharsets.UTF_8);
        Page page = CONSOLE.signedInAnew(counter, screen, "manager", "console/products.xhtml?text=" + text);
        assertThat(page.locator("tbody tr")).hasCount(25);
        page.locator("a[rel=next]").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText(prefix + "-26");
        page.locator("a[rel=prev]").click();
        assertThat(page.locator("tbody tr")).hasCount(25);
    }
}
