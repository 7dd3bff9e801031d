package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** What a cashier does at the till, with scanner and keyboard only, and what the customer is charged. */
@WithCounter
class TillIT {

    private static final String PAYMENTS = "**/api/v1/payments";
    private static final String TAKEN_UP = "**/api/v1/parked-sales/*/resume";

    @Test
    void a_wallet_sale_takes_two_scans(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Tea", 650, 2000);
        TillWindow till = sale.till();
        Shop.Customer customer = sale.customer();
        till.scan(customer.code());
        assertThat(till.sees("paid").locator(".sum")).containsText("6.50");
        assertThat(customer.balance()).isEqualTo(1350);
        screen.photograph(till.page(), "till-paid");
    }

    @Test
    void cash_shows_the_change(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Cup", 1275);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.press("F2");
        till.page().locator("#received").fill("20");
        till.press("Enter");
        assertThat(till.sees("paid").locator(".change b")).containsText("7.25");
        till.press("Enter");
        assertThat(till.total()).hasText("£0.00");
    }

    @Test
    void a_refusal_says_why_and_keeps_the_basket(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Lamp", 9900, 100);
        TillWindow till = sale.till();
        Shop.Customer customer = sale.customer();
        till.scan(customer.code());
        assertThat(till.sees("refused").locator(".why")).not().isEmpty();
        till.press("Enter");
        assertThat(till.total()).containsText("99.00");
        assertThat(customer.balance()).isEqualTo(100);
    }

    @Test
    void a_lost_answer_and_a_reload_charge_once(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Book", 800, 5000);
        TillWindow till = sale.till();
        Shop.Customer customer = sale.customer();
        till.page().route(PAYMENTS, route -> {
            route.fetch();
            route.abort();
        });
        till.scan(customer.code());
        till.sees("asking");
        till.page().unroute(PAYMENTS);
        till.page().reload();
        assertThat(till.sees("paid").locator(".sum")).containsText("8.00");
        assertThat(customer.balance()).isEqualTo(4200);
        till.press("Enter");
        assertThat(till.total()).hasText("£0.00");
    }

    @Test
    void a_second_scan_of_the_code_is_no_second_payment(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Soap", 300, 1000);
        TillWindow till = sale.till();
        Shop.Customer customer = sale.customer();
        String code = customer.code();
        till.scan(code);
        till.scan(code);
        till.sees("paid");
        till.scan(code);
        till.sees("paid");
        assertThat(customer.balance()).isEqualTo(700);
    }

    @Test
    void a_double_click_takes_the_cash_once(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Pen", 150);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.press("F2");
        till.page().locator(".notes button").first().dblclick();
        till.sees("paid");
        int taken = counter.as("cashier")
                .queryParam("text", till.saleNumber())
                .get("/api/v1/payments")
                .jsonPath()
                .getList("items")
                .size();
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void a_refund_by_receipt_goes_back_to_the_wallet(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Vase", 2000, 3000);
        TillWindow till = sale.till();
        Shop.Customer customer = sale.customer();
        till.scan(customer.code());
        till.sees("paid");
        String number = till.saleNumber();
        till.press("Enter");
        till.press("F7");
        till.scan(number);
        Page page = till.page();
        Locator amount = page.locator("#refund-amount");
        amount.fill("5");
        till.press("Enter");
        assertThat(till.sees("paid").locator(".sum")).containsText("5.00");
        assertThat(customer.balance()).isEqualTo(1500);
    }

    @Test
    void search_arrows_and_enter_sell_without_a_scanner(RunningCounter counter, Screen screen) {
        String name = "Kettle " + System.nanoTime();
        new Shop(counter).product(name, 3000);
        TillWindow till = TillWindow.open(screen, counter);
        till.page().keyboard().type(name.substring(0, name.length() - 1));
        till.page().locator(".found li").first().waitFor();
        till.press("ArrowDown");
        till.press("Enter");
        till.press("+");
        assertThat(till.total()).containsText("60.00");
        till.press("F2");
        till.press("Enter");
        till.sees("paid");
    }

    @Test
    void a_parked_sale_is_taken_up_again(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Scarf", 1100);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.press("F4");
        String label = "Red coat " + sku;
        till.page().locator("#park-form input").fill(label);
        till.press("Enter");
        assertThat(till.total()).hasText("£0.00");
        till.press("F6");
        till.page()
                .locator(".rows li")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("button")
                .click();
        assertThat(till.total()).containsText("11.00");
    }

    @Test
    void a_parked_sale_is_taken_up_although_the_first_answer_was_lost(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        Locator row = parked(till, new Shop(counter).product("Scarf", 1100));
        loseAnswers(till);
        row.locator("button").click();
        assertThat(till.page().locator("dialog .fault")).isVisible();
        till.page().unroute(TAKEN_UP);
        row.locator("button").click();
        assertThat(till.total()).containsText("11.00");
    }

    @Test
    void a_parked_sale_whose_answer_was_lost_is_there_after_a_reload(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        Locator row = parked(till, new Shop(counter).product("Scarf", 1100));
        loseAnswers(till);
        row.locator("button").click();
        assertThat(till.page().locator("dialog .fault")).isVisible();
        till.page().unroute(TAKEN_UP);
        till.page().reload();
        assertThat(till.total()).containsText("11.00");
    }

    /** Parks a sale of one product, and gives its row in the list. */
    private static Locator parked(TillWindow till, String sku) {
        till.scanProduct(sku);
        till.press("F4");
        till.page().locator("#park-form input").fill(sku);
        till.press("Enter");
        assertThat(till.total()).hasText("£0.00");
        till.press("F6");
        return till.page().locator(".rows li").filter(new Locator.FilterOptions().setHasText(sku));
    }

    /** The server takes the sale off the list, and the till hears nothing of it. */
    private static void loseAnswers(TillWindow till) {
        till.page().route(TAKEN_UP, route -> {
            route.fetch();
            route.abort();
        });
    }

    /** A till with one product in the basket, and a customer before it. */
    private record Sale(TillWindow till, Shop.Customer customer) {}

    private static Sale begun(RunningCounter counter, Screen screen, String product, long price, long balance) {
        Shop shop = new Shop(counter);
        String sku = shop.product(product, price);
        Shop.Customer customer = shop.customer(balance);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        return new Sale(till, customer);
    }
}
