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

/** A cashier whose hands are ahead of the screen: scans where none is awaited, keys over a sign-in, answers that overtake each other. */
@WithCounter
class HurriedTillIT {

    private static final String MEMBERS = "**/api/v1/members?text=*";

    /** Prints at once, and counts in the till's window how often. */
    private static final String PRINTER =
            "window.print = () => {" + " if (opener) opener.prints = (opener.prints ?? 0) + 1; };";

    @Test
    void what_is_scanned_over_a_refusal_is_not_lost_in_silence(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String sku = shop.product("Lamp", 9900);
        Shop.Customer customer = shop.customer(100);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.scan(customer.code());
        till.sees("refused");
        till.scan(sku);
        assertThat(till.page().locator(".toast")).containsText("go back to the sale first");
        screen.photograph(till.page(), "till-refused-scan");
        till.press("Enter");
        assertThat(till.total()).containsText("99.00");
    }

    @Test
    void a_receipt_is_printed_again_and_leaves_the_keyboard_to_the_till(RunningCounter counter, Screen screen) {
        screen.context().addInitScript(PRINTER);
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(new Shop(counter).product("Jug", 1200));
        till.press("F2");
        till.press("Enter");
        till.sees("paid");
        for (int prints = 1; prints <= 2; prints++) {
            Page receipt = till.page().waitForPopup(() -> till.press("F4"));
            till.page().waitForCondition(receipt::isClosed);
            assertThat(till.page().evaluate("window.prints")).isEqualTo(prints);
        }
    }

    @Test
    void no_dialog_opens_over_the_sign_in(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(new Shop(counter).product("Bell", 300));
        screen.context().clearCookies();
        till.page().evaluate("document.dispatchEvent(new CustomEvent('till:parked'))");
        till.page().locator("dialog.again [name=username]").waitFor();
        till.press("F2");
        till.scan(counter.address() + "r/AbCdEf0123456789");
        assertThat(till.page().locator(".toast")).containsText("busy");
        assertThat(till.page().locator("dialog[open]")).hasCount(1);
        signInAgain(till.page(), counter);
        till.press("F2");
        assertThat(till.page().locator("#received")).isFocused();
    }

    @Test
    void the_field_beneath_the_sign_in_has_its_cursor_again(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        till.scanProduct(new Shop(counter).product("Bowl", 300));
        till.press("F2");
        assertThat(page.locator("#received")).isFocused();
        screen.context().clearCookies();
        page.evaluate("document.dispatchEvent(new CustomEvent('till:parked'))");
        page.locator("dialog.again [name=username]").waitFor();
        signInAgain(page, counter);
        page.keyboard().type("5");
        assertThat(page.locator("#received")).hasValue("5");
    }

    @Test
    void the_member_asked_for_last_stands_there(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer first = shop.customer(100);
        Shop.Customer second = shop.customer(200);
        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        List<Route> held = new ArrayList<>();
        page.route(MEMBERS, held::add);
        till.press("F8");
        page.locator("#member-search").fill(first.phone());
        till.press("Enter");
        page.waitForCondition(() -> held.size() == 1);
        page.locator("#member-search").fill(second.phone());
        till.press("Enter");
        page.waitForCondition(() -> held.size() == 2);
        Locator found = page.locator(".found-members li");
        held.get(1).resume();
        assertThat(found).containsText("2.00");
        page.waitForResponse(MEMBERS, () -> held.get(0).resume()).finished();
        page.evaluate("fetch('/api/v1/session').then(answer => answer.status)");
        assertThat(found).containsText("2.00");
    }

    @Test
    void who_was_found_before_does_not_stay_when_another_is_asked_for(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        till.press("F8");
        page.locator("#member-search").fill(customer.phone());
        till.press("Enter");
        assertThat(page.locator(".found-members li")).containsText("1.00");
        List<Route> held = new ArrayList<>();
        page.route(MEMBERS, held::add);
        till.scan("M-OTHER-1234567890");
        page.waitForCondition(() -> held.size() == 1);
        assertThat(page.locator(".found-members li")).hasCount(0);
    }

    @Test
    void a_scan_changes_no_birthday(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        till.press("F8");
        page.locator("dialog footer button").first().click();
        page.locator("#birth-day").selectOption("17");
        page.locator("#birth-day").focus();
        till.scan("4006381333931");
        assertThat(page.locator("#register-form [name=card]")).hasValue("4006381333931");
        assertThat(page.locator("#birth-day")).hasValue("17");
    }

    private static void signInAgain(Page page, RunningCounter counter) {
        page.locator("dialog.again [name=username]").fill(counter.access().username("cashier"));
        page.locator("dialog.again [name=password]").fill(counter.access().password("cashier"));
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.again")).hasCount(0);
    }
}
