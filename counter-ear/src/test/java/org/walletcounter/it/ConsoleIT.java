package org.walletcounter.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a manager does in the console, in a browser. */
@WithCounter
class ConsoleIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH;
    private static final double PATIENCE_MILLIS = 15_000;
    private static final int PAYMENTS_ON_A_PAGE = 25;
    private static final int USUAL_PHONES = 5;
    private static final List<Map<String, Object>> TWO_VASES =
            List.of(Map.of("text", "Vase", "quantity", 2, "unitAmount", 1000));

    @Test
    void a_wrong_password_is_told_and_nobody_is_signed_in(RunningCounter counter, Screen screen) {
        Page page = screen.open("console/sign-in.xhtml");
        ConsoleWindow.enter(page, counter.access().username("manager"), "not the password");
        assertThat(page.locator(".banner--refused")).isVisible();
        page.navigate(counter.address() + "console/board.xhtml");
        assertThat(page).hasURL(Pattern.compile(".*/console/sign-in\\.xhtml.*"));
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for(RunningCounter counter, Screen screen) {
        Page page = screen.open("console/products.xhtml");
        ConsoleWindow.enter(
                page, counter.access().username("manager"), counter.access().password("manager"));
        assertThat(page).hasURL(Pattern.compile(".*/console/products\\.xhtml.*"));
        page.locator("details.user summary").click();
        page.locator("[id='leave:out']").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/sign-in\\.xhtml.*"));
    }

    @Test
    void a_cashier_is_shown_the_till_instead(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "cashier", "console/board.xhtml");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page is not for your role");
        assertThat(page.locator("a[href='/till/']")).isVisible();
    }

    @Test
    void an_analyst_looks_but_changes_nothing(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/products.xhtml");
        assertThat(page.locator("h1")).hasText("Products");
        assertThat(page.locator("[id='acts:add']")).hasCount(0);
        page.navigate(counter.address() + "console/keys.xhtml");
        assertThat(page.locator("h1")).hasText("This page is not for your role");
    }

    @Test
    void a_page_is_for_no_more_roles_because_its_address_is_written_otherwise(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/products.xhtml");
        for (String written : List.of("%70arameters.xhtml", "parameters.xhtml;a=.xhtml", "parameters%2Exhtml")) {
            page.navigate(counter.address() + "console/" + written);
            assertThat(page.locator("h1")).hasText("This page is not for your role");
        }
    }

    @Test
    void the_board_moves_when_a_payment_is_taken(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/board.xhtml");
        Locator live = page.locator("#live");
        assertThat(live).hasAttribute("data-state", "live", patientAttribute());
        Locator paid = page.locator("[data-board='paid']");
        String before = paid.innerText();
        String sale = paidInCash(counter, 1250);
        assertThat(paid).not().hasText(before, patient());
        assertThat(page.locator("[id='latest:list']")).containsText(sale, patientContains());
        screen.photograph(page, "board");
    }

    @Test
    void a_board_left_open_overnight_shows_the_new_day(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/board.xhtml");
        assertThat(page.locator("#live")).hasAttribute("data-state", "live", patientAttribute());
        page.evaluate(
                "() => { window.opened = 'yesterday'; document.getElementById('board').dataset.day = '2020-02-29'; }");
        paidInCash(counter, 1250);
        page.waitForFunction(
                "() => !window.opened && document.getElementById('board')?.dataset.day.startsWith('20')", null);
        assertThat(page.locator("#board")).not().hasAttribute("data-day", "2020-02-29");
    }

    @Test
    void an_import_is_sent_paused_and_resumed_from_the_page(RunningCounter counter, Screen screen) throws IOException {
        Page page = CONSOLE.signedIn(counter, screen, "administrator", "console/imports.xhtml");
        byte[] days = HistoryFile.copies(10, "P", 40); // long enough to be paused on a fast machine
        page.locator("#file").setInputFiles(new FilePayload("by-page.csv", "text/csv", days));
        page.locator("#upload button").click();
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("by-page.csv"));
        row.getByText("Pause").click();
        assertThat(row).containsText("Paused", patientContains());
        screen.photograph(page, "imports");
        row.getByText("Go on").click();
        assertThat(row).containsText("Running", patientContains());
        assertThat(row).containsText("Completed", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
    }

    @Test
    void a_payment_is_found_and_refunded_in_part(RunningCounter counter, Screen screen) {
        String sale = paidInCash(counter, 2000);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/transactions.xhtml");
        page.locator("#text").fill(sale);
        page.locator("form[role=search] button[type=submit]").click();
        page.locator("tbody tr").first().click();
        assertThat(page.locator("h1")).containsText(sale);
        page.locator("[data-opens=refunding]").click();
        page.locator("input[value=part]").check();
        page.locator("[id='refund:amount']").fill("30.00");
        page.locator("[id='refund:reason']").selectOption("damaged");
        page.locator("[id='refund:do']").click();
        assertThat(page.locator("#refunding .field-error, #refunding .banner--refused")
                        .first())
                .isVisible();
        page.locator("[id='refund:amount']").fill("5.00");
        page.locator("[id='refund:do']").click();
        assertThat(page.locator(".banner--done")).containsText("5.00");
        assertThat(page.locator("section[aria-labelledby='refunds-title']")).containsText("Goods damaged");
        assertThat(page.locator("section[aria-labelledby='journal-title'] table"))
                .hasCount(2);
        screen.photograph(page, "transaction");
    }

    @Test
    void a_part_without_its_amount_gives_nothing_back(RunningCounter counter, Screen screen) {
        String payment = paid(counter, "CON-" + UUID.randomUUID(), List.of(), 2000);
        Page page = refunding(counter, screen, payment);
        page.locator("input[value=part]").check();
        page.locator("[id='refund:reason']").selectOption("damaged");
        Locator missing = page.locator(".field--part .field-error");
        page.locator("[id='refund:calculate']").click();
        assertThat(missing).isVisible();
        assertThat(page.locator(".reckoning")).hasCount(0);
        Locator give = page.locator("[id='refund:do']");
        page.waitForResponse("**/console/transaction.xhtml*", give::click);
        assertThat(missing).isVisible();
        assertThat(counter.as("cashier")
                        .get("api/v1/payments/" + payment)
                        .jsonPath()
                        .getInt("refunded.amount"))
                .isZero();
    }

    @Test
    void goods_come_back_on_the_page_though_their_money_went_before(RunningCounter counter, Screen screen) {
        String payment = paid(counter, "CON-" + UUID.randomUUID(), TWO_VASES, 2000);
        counter.commandAs("cashier")
                .body(Map.of("amount", money(counter, 2000), "reason", "goodwill"))
                .post("api/v1/payments/" + payment + "/refunds")
                .then()
                .statusCode(201);
        Page page = refunding(counter, screen, payment);
        assertThat(page.locator("[data-opens=cancelling]")).hasCount(0);
        assertThat(page.locator("input[value=part]")).isDisabled();
        page.locator("input[value=goods]").check();
        page.locator(".field--goods input").fill("1");
        page.locator("[id='refund:reason']").selectOption("returned");
        page.locator("[id='refund:calculate']").click();
        assertThat(page.locator(".reckoning")).isVisible();
        page.locator("[id='refund:do']").click();
        assertThat(page.locator(".banner--done")).isVisible();
        assertThat(page.locator("section[aria-labelledby='lines-title'] tbody td")
                        .nth(3))
                .hasText("1");
    }

    @Test
    void pieces_that_are_no_whole_number_are_told_in_their_row(RunningCounter counter, Screen screen) {
        String payment = paid(counter, "CON-" + UUID.randomUUID(), TWO_VASES, 2000);
        Page page = refunding(counter, screen, payment);
        page.locator("input[value=goods]").check();
        page.locator(".field--goods input").fill("1.5");
        page.locator("[id='refund:reason']").selectOption("returned");
        page.locator("[id='refund:calculate']").click();
        Locator told = page.locator(".field--goods .field-error");
        assertThat(told).hasText("Enter a whole number.");
        assertThat(page.locator(".field--goods input")).hasAttribute("aria-invalid", "true");
        page.locator("input[value=whole]").check();
        assertThat(told).isVisible();
    }

    @Test
    void another_store_is_looked_at_from_its_newest_payment_on(RunningCounter counter, Screen screen) {
        String sales = "LOOK-" + lettersOf(UUID.randomUUID()) + "-";
        int newest = 10 + PAYMENTS_ON_A_PAGE;
        for (int number = 10; number <= newest; number++) {
            paid(counter, sales + number, List.of(), 100);
        }
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/transactions.xhtml?text=" + sales);
        Locator payments = page.locator("tbody tr");
        assertThat(payments.first()).containsText(sales + newest);
        page.locator("a[rel=next]").click();
        assertThat(payments).hasCount(1);
        page.locator("[id='store:at']").selectOption(counter.access().store());
        assertThat(payments.first()).containsText(sales + newest);
        assertThat(page.locator("a[rel=prev]")).hasCount(0);
        assertThat(page.locator("#text")).hasValue(sales);
    }

    @Test
    void a_member_is_registered_and_found_again(RunningCounter counter, Screen screen) {
        String name = "Hedy " + lettersOf(UUID.randomUUID());
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/members.xhtml");
        page.locator("[data-opens=registering]").click();
        page.locator("[id='register:phone']").fill("12");
        page.locator("[id='register:name']").fill(name);
        page.locator("[id='register:do']").click();
        assertThat(page.locator("#registering .field-error, #registering .banner--refused")
                        .first())
                .isVisible();
        page.locator("[id='register:phone']").fill("+447700" + (100_000 + (int) (Math.random() * 899_999)));
        page.locator("[id='register:privacyNotice']").check();
        page.locator("[id='register:do']").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/member\\.xhtml.*"));
        assertThat(page.locator(".banner--done")).isVisible();
        assertThat(page.locator("h1")).containsText(name);
        screen.photograph(page, "member");
    }

    @Test
    void a_product_is_made_and_changed(RunningCounter counter, Screen screen) {
        String sku = "IT-" + lettersOf(UUID.randomUUID());
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/products.xhtml");
        page.locator("[id='acts:add']").click();
        page.locator("[id='product:sku']").fill(sku);
        page.locator("[id='product:nameEn']").fill("Tin whistle");
        page.locator("[id='product:category']").fill("Toys");
        page.locator("[id='product:price']").fill("lots");
        page.locator("[id='product:do']").click();
        assertThat(page.locator("#editing .field-error")).containsText("12.50");
        page.locator("[id='product:price']").fill("4.75");
        page.locator("[id='product:do']").click();
        assertThat(page.locator(".banner--done")).containsText(sku);
        page.navigate(counter.address() + "console/products.xhtml?text=" + sku);
        page.locator("tbody tr a.icon-button").click();
        assertThat(page.locator("[id='product:price']")).hasValue("4.75");
        page.locator("[id='product:price']").fill("5.25");
        page.locator("[id='product:do']").click();
        assertThat(page.locator("tbody tr")).containsText("5.25");
    }

    @Test
    void a_rule_is_set_for_later_and_its_history_is_kept(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/parameters.xhtml");
        assertThat(page.locator("h1")).hasText("Rules and limits");
        screen.photograph(page, "parameters");
        page.getByText("Phones per member").click();
        assertThat(page.locator("h1")).hasText("Phones per member");
        setRule(page, "21", "");
        assertThat(page.locator("#setting .field-error")).containsText("between 1 and 20");
        setRule(page, "7", "2020-01-01T09:00");
        assertThat(page.locator("#setting .field-error")).containsText("has passed");
        setRule(page, "7", "2031-01-01T09:00");
        assertThat(page.locator(".banner--done")).isVisible();
        try {
            setRule(page, "6", "");
            Locator history = page.locator("section[aria-labelledby='history-title'] tbody tr");
            assertThat(history).hasCount(2);
            assertThat(history.nth(0)).containsText("6 → 7");
            assertThat(history.nth(0)).containsText("To come");
            assertThat(history.nth(1)).containsText("5 → 6");
            assertThat(history.nth(1)).containsText("In force");
            screen.photograph(page, "parameter");
        } finally {
            counter.rule("members.devices", USUAL_PHONES);
        }
        page.locator("[id='language:zh']").click();
        assertThat(page.locator("h1")).hasText("每位会员可绑定手机数");
        screen.photograph(page, "parameter-zh");
    }

    private static void setRule(Page page, String value, String from) {
        if (!page.locator("#setting").isVisible()) {
            page.locator("[data-opens=setting]").click();
        }
        page.locator("[id='set:value']").fill(value);
        page.locator("[id='set:from']").fill(from);
        page.locator("[id='set:reason']").fill("more phones");
        page.locator("[id='set:do']").click();
    }

    @Test
    void a_report_of_now_asks_for_no_days_and_no_store(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/reports.xhtml");
        assertThat(page.locator("[data-report='daily-sales'] [name=from]")).hasCount(1);
        Locator now = page.locator("[data-report='points-liability']");
        assertThat(now.locator("[name=language]")).hasCount(1);
        assertThat(now.locator("[name=from], [name=to], [name=storeId]")).hasCount(0);
    }

    @Test
    void an_analyst_does_not_set_rules(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/parameters.xhtml");
        assertThat(page.locator("h1")).hasText("This page is not for your role");
    }

    @Test
    void the_language_is_switched_and_kept(RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/transactions.xhtml");
        page.locator("[id='language:zh']").click();
        assertThat(page.locator("h1")).hasText("交易");
        page.navigate(counter.address() + "console/members.xhtml");
        assertThat(page.locator("h1")).hasText("会员");
        page.locator("[id='language:en']").click();
        assertThat(page.locator("h1")).hasText("Members");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "board",
                "transactions",
                "members",
                "products",
                "stores",
                "staff",
                "keys",
                "reports",
                "imports",
                "audit",
                "parameters",
                "parameter.xhtml?code=members.devices",
                "account"
            })
    void a_page_keeps_the_rules_of_accessibility(String name, RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(
                counter, screen, "administrator", "console/" + (name.contains(".") ? name : name + ".xhtml"));
        page.waitForLoadState();
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
        assertThat(page.locator("h1")).hasCount(1);
    }

    @Test
    void one_of_a_members_limits_is_changed_and_the_other_stays(RunningCounter counter, Screen screen) {
        Shopper shopper = Shopper.with(counter, 0);
        shopper.limit(2_000, 5_000);
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/member.xhtml?id=" + shopper.id());
        page.locator("[data-opens=limiting]").click();
        assertThat(page.locator("[id='limit:single']")).hasValue("20.00");
        page.locator("[id='limit:daily']").fill("60.00");
        page.locator("[id='limit:do']").click();
        page.locator(".banner--done").waitFor();
        page.locator("[data-opens=limiting]").click();
        assertThat(page.locator("[id='limit:single']")).hasValue("20.00");
        assertThat(page.locator("[id='limit:daily']")).hasValue("60.00");
    }

    /** Takes a payment through the API and gives its sale number. */
    private static String paidInCash(RunningCounter counter, long minor) {
        String sale = "CON-" + UUID.randomUUID();
        paid(counter, sale, List.of(), minor);
        return sale;
    }

    /** Takes a payment in cash through the API and gives its id. */
    private static String paid(RunningCounter counter, String sale, List<Map<String, Object>> lines, long minor) {
        Map<String, Object> amount = money(counter, minor);
        Map<String, Object> payment = Map.of(
                "storeId",
                counter.access().store(),
                "tillId",
                counter.access().till(),
                "saleNumber",
                sale,
                "lines",
                lines,
                "amount",
                amount,
                "tenders",
                List.of(Map.of("kind", "CASH", "amount", amount, "received", amount)));
        return counter.commandAs("cashier")
                .body(payment)
                .post("api/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> money(RunningCounter counter, long minor) {
        return Map.of("amount", minor, "currency", counter.access().currency());
    }

    /** A payment's page with the dialog for a refund. */
    private static Page refunding(RunningCounter counter, Screen screen, String payment) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/transaction.xhtml?id=" + payment);
        page.locator("[data-opens=refunding]").click();
        return page;
    }

    private static String lettersOf(UUID id) {
        return id.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.ContainsTextOptions patientContains() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    private static LocatorAssertions.HasAttributeOptions patientAttribute() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }
}
