package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** What a cashier does at the till, with scanner and keyboard only, and what the customer is charged. */
@WithCounter
class TillIT {

    private static final String PAYMENTS = "**/api/v1/payments";
    private static final String LOOK_UPS = "**/products/by-code/*";
    private static final String PARKED = "**/api/v1/parked-sales";
    private static final String QUOTES = "**/api/v1/payments/quote";
    private static final String REFUNDS = "**/api/v1/payments/*/refunds";
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
    void a_payment_put_aside_is_known_to_whoever_signs_in_next(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Atlas", 800, 5000);
        TillWindow till = sale.till();
        Page page = till.page();
        page.clock().install();
        page.route(PAYMENTS, route -> {
            route.fetch();
            route.abort();
        });
        till.scan(sale.customer().code());
        till.sees("asking");
        page.clock().fastForward(46_000);
        till.sees("unknown").getByText("Put aside").click();
        assertThat(page.locator("#tool-sales .count")).hasText("1");
        page.unroute(PAYMENTS);
        page.getByTitle("Sign out").click();
        page.locator("[name=username]").waitFor();
        page.navigate(counter.address() + "till/?lang=en");
        till.signIn(counter, "manager");
        page.clock().fastForward(15_000);
        assertThat(page.locator(".toast")).containsText("went through");
        till.press("F9");
        assertThat(page.locator(".unclear .chip")).hasText("Went through");
        assertThat(sale.customer().balance()).isEqualTo(4200);
    }

    @Test
    void a_refund_put_aside_is_not_named_as_the_sale_it_is_of(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        String refund = "Refund " + sold(till, new Shop(counter).product("Globe", 2000));
        Page page = till.page();
        till.press("F7");
        till.scan(refund.substring("Refund ".length()));
        assertThat(page.locator(".reckoning .strong")).containsText("£20.00");
        page.clock().install();
        page.route(REFUNDS, Route::abort);
        page.locator("dialog footer button").last().click();
        till.sees("asking");
        page.clock().fastForward(46_000);
        till.sees("unknown").getByText("Put aside").click();
        assertThat(page.locator("#tool-sales .count")).hasText("1");
        page.unroute(REFUNDS);
        page.reload();
        assertThat(page.locator("#search")).isFocused();
        page.clock().fastForward(15_000);
        assertThat(page.locator(".toast")).containsText(refund + " went through");
        till.press("F9");
        assertThat(page.locator(".unclear .what b")).hasText(refund);
    }

    /** Sells one product for cash, and gives the number of the sale. */
    private static String sold(TillWindow till, String sku) {
        till.scanProduct(sku);
        till.press("F2");
        till.press("Enter");
        till.sees("paid");
        String number = till.saleNumber();
        till.press("Enter");
        return number;
    }

    @Test
    void goods_that_are_still_looked_up_are_paid_for_with_the_others(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Ink", 450, 1000);
        TillWindow till = sale.till();
        String late = new Shop(counter).product("Nib", 250);
        String code = sale.customer().code();
        List<Route> held = holding(till, LOOK_UPS);
        scanBoth(till, late, code, held);
        till.scan(code);
        assertThat(till.page().locator(".toast").count()).isZero();
        held.forEach(Route::resume);
        assertThat(till.sees("paid").locator(".sum")).containsText("7.00");
        assertThat(sale.customer().balance()).isEqualTo(300);
    }

    @Test
    void nothing_is_paid_while_nobody_says_what_was_scanned(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Ink", 450, 1000);
        TillWindow till = sale.till();
        String lost = new Shop(counter).product("Nib", 250);
        List<Route> held = holding(till, LOOK_UPS);
        scanBoth(till, lost, sale.customer().code(), held);
        held.forEach(Route::abort);
        assertThat(till.page().locator(".toast")).containsText("Stopped: “" + lost + "” is not in the basket");
        assertThat(till.page().locator("dialog.outcome")).hasCount(0);
        assertThat(till.total()).containsText("4.50");
        assertThat(sale.customer().balance()).isEqualTo(1000);
    }

    @Test
    void nothing_is_paid_without_what_was_scanned_and_not_found(RunningCounter counter, Screen screen) {
        Sale sale = begun(counter, screen, "Ink", 450, 1000);
        TillWindow till = sale.till();
        String unknown = "Unsold " + System.nanoTime();
        String code = sale.customer().code();
        List<Route> held = holding(till, LOOK_UPS);
        scanBoth(till, unknown, code, held);
        held.forEach(Route::resume);
        assertThat(till.page().locator(".toast")).containsText("Stopped: “" + unknown + "” is not in the basket");
        assertThat(sale.customer().balance()).isEqualTo(1000);
        till.scan(code);
        assertThat(till.sees("paid").locator(".sum")).containsText("4.50");
        assertThat(sale.customer().balance()).isEqualTo(550);
    }

    /** Scans a product whose look-up is held, and the customer's code at once. */
    private static void scanBoth(TillWindow till, String sku, String code, List<Route> held) {
        till.scan(sku);
        till.scan(code);
        assertThat(till.page().locator("#search")).hasValue("");
        till.page().waitForCondition(() -> !held.isEmpty());
    }

    /** What the till asks for there waits in the list until it is let go. */
    private static List<Route> holding(TillWindow till, String there) {
        List<Route> held = new ArrayList<>();
        till.page().route(there, held::add);
        return held;
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
        assertThat(page.locator(".reckoning")).containsText("5.00");
        till.press("Enter");
        assertThat(till.sees("paid").locator(".sum")).containsText("5.00");
        assertThat(customer.balance()).isEqualTo(1500);
    }

    @Test
    void the_last_sales_are_asked_for_by_their_till(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(new Shop(counter).product("Bowl", 700));
        till.press("F2");
        till.press("Enter");
        till.sees("paid");
        String number = till.saleNumber();
        till.press("Enter");
        till.page().waitForResponse(answer -> answer.url().contains("tillId=") && answer.ok(), () -> till.press("F9"));
        Locator rows = till.page().locator("dialog[open] .rows li");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(number))).isVisible();
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
    void the_keys_work_on_after_a_line_or_its_button_was_touched(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String ladle = shop.product("Ladle", 400);
        String whisk = shop.product("Whisk", 700);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(ladle);
        till.scanProduct(whisk);
        Locator names = till.page().locator(".lines .name");
        names.first().click();
        till.press("Delete");
        assertThat(names).hasCount(1);
        assertThat(names).hasText("Whisk");
        names.first().click();
        till.press("+");
        assertThat(till.total()).containsText("14.00");
        Locator more = till.page().locator(".stepper button").last();
        more.click();
        assertThat(till.total()).containsText("21.00");
        assertThat(more).isFocused();
        till.press("-");
        assertThat(till.total()).containsText("14.00");
        assertThat(till.page().locator("#search")).hasValue("");
    }

    @Test
    void the_keys_change_the_line_that_has_the_focus_and_go_on_from_the_one_they_choose(
            RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(shop.product("Ladle", 400));
        till.scanProduct(shop.product("Whisk", 700));
        till.scanProduct(shop.product("Sieve", 500));
        Locator first =
                till.page().locator(".lines li").first().locator("button").first();
        first.focus();
        till.press("+");
        assertThat(till.total()).containsText("20.00");
        first.focus();
        till.press("ArrowDown");
        till.press("ArrowDown");
        till.press("Delete");
        assertThat(till.page().locator(".lines .name")).hasText(new String[] {"Ladle", "Whisk"});
        first.focus();
        till.press("Delete");
        assertThat(till.page().locator(".lines .name")).hasText("Whisk");
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
    void what_is_scanned_while_a_sale_is_being_parked_is_refused_to_be_read(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String first = shop.product("Scarf", 1100);
        String second = shop.product("Shawl", 1300);
        TillWindow till = TillWindow.open(screen, counter);
        List<Route> held = parking(till, first);
        till.scan(second);
        assertThat(till.page().locator(".toast")).containsText("Not taken in: “" + second);
        till.scan("80" + "0".repeat(22));
        assertThat(till.page().locator(".toast")).containsText("The code was not taken in");
        held.forEach(Route::resume);
        assertThat(till.total()).hasText("£0.00");
        assertThat(till.page().locator("#search")).isFocused();
        till.scanProduct(second);
        assertThat(till.total()).containsText("13.00");
    }

    @Test
    void what_is_added_while_a_sale_is_being_parked_stays_in_hand(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        List<Route> held = parking(till, new Shop(counter).product("Scarf", 1100));
        till.press("Escape");
        assertThat(till.page().locator("#search")).isFocused();
        till.press("+");
        till.press("+");
        assertThat(till.total()).containsText("33.00");
        held.forEach(Route::resume);
        assertThat(till.total()).containsText("22.00");
    }

    /** Asks for a sale of one product to be parked; the answer waits. */
    private static List<Route> parking(TillWindow till, String sku) {
        List<Route> held = holding(till, PARKED);
        till.scanProduct(sku);
        till.press("F4");
        till.page().locator("#park-form input").fill(sku);
        till.press("Enter");
        till.page().waitForCondition(() -> !held.isEmpty());
        return held;
    }

    @Test
    void a_parked_sale_has_its_names_in_the_tills_language(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Scarf", 1100);
        TillWindow till = TillWindow.open(screen, counter);
        till.page().navigate(counter.address() + "till/?lang=zh");
        assertThat(till.page().locator("#search")).isFocused();
        parked(till, sku).locator("button").click();
        assertThat(till.page().locator(".lines .name")).hasText("测试商品");
        assertThat(till.page().locator(".lines .amount")).containsText("11.00");
    }

    @Test
    void what_is_not_sold_any_more_is_told_and_left_out(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String gone = shop.product("Fez", 1500);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(shop.product("Glove", 900));
        Locator row = parked(till, gone);
        shop.withdraw(gone);
        row.locator("button").click();
        assertThat(till.page().locator(".toast")).containsText("left out: " + gone);
        assertThat(till.page().locator(".lines .name")).hasText("Glove");
        assertThat(till.total()).containsText("9.00");
    }

    @Test
    void nothing_is_paid_before_it_is_told_what_is_left_out(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String gone = shop.product("Fez", 1500);
        Shop.Customer customer = shop.customer(2000);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(shop.product("Glove", 900));
        Locator row = parked(till, gone);
        shop.withdraw(gone);
        List<Route> held = holding(till, LOOK_UPS);
        row.locator("button").click();
        till.page().waitForCondition(() -> held.size() == 2);
        assertThat(till.page().locator("#search")).isFocused();
        String code = customer.code();
        till.scan(code);
        held.forEach(Route::resume);
        assertThat(till.page().locator(".toast")).containsText("left out: " + gone);
        till.press("+");
        assertThat(till.total()).containsText("18.00");
        till.scan(code);
        assertThat(till.sees("paid").locator(".sum")).containsText("18.00");
        assertThat(customer.balance()).isEqualTo(200);
    }

    @Test
    void cash_waits_for_a_price_that_nobody_has_said(RunningCounter counter, Screen screen) {
        TillWindow till = unpriced(counter, screen);
        till.press("F2");
        assertThat(till.page().locator("dialog .due b")).containsText("11.00");
    }

    @Test
    void a_code_waits_for_a_price_that_nobody_has_said(RunningCounter counter, Screen screen) {
        Shop.Customer customer = new Shop(counter).customer(2000);
        TillWindow till = unpriced(counter, screen);
        till.scan(customer.code());
        assertThat(till.sees("paid").locator(".sum")).containsText("11.00");
        assertThat(customer.balance()).isEqualTo(900);
    }

    /** Takes up a sale of 11.00 while nobody says its price; the next time it is asked for, it is said. */
    private static TillWindow unpriced(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Scarf", 1100);
        TillWindow till = TillWindow.open(screen, counter);
        Locator row = parked(till, sku);
        till.page().route(QUOTES, Route::abort);
        till.page().route(LOOK_UPS, Route::abort);
        row.locator("button").click();
        assertThat(till.page().locator(".toast")).containsText("No answer yet about " + sku);
        assertThat(till.page().locator(".lines .amount")).hasText("–");
        assertThat(till.page().locator("#search")).isFocused();
        till.page().unroute(LOOK_UPS);
        return till;
    }

    @Test
    void a_price_that_nobody_says_is_no_price_and_asked_for_again(RunningCounter counter, Screen screen) {
        String sku = new Shop(counter).product("Scarf", 1100);
        TillWindow till = TillWindow.open(screen, counter);
        Locator row = parked(till, sku);
        till.page().route(LOOK_UPS, Route::abort);
        row.locator("button").click();
        assertThat(till.page().locator(".toast")).containsText("No answer yet about " + sku);
        Locator amount = till.page().locator(".lines .amount");
        assertThat(amount).hasText("–");
        till.page().unroute(LOOK_UPS);
        assertThat(till.page().locator("#search")).isFocused();
        till.press("+");
        assertThat(amount).containsText("22.00");
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
