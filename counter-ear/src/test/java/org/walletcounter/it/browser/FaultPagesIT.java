package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** What a browser shows instead of a page that is not there, that cannot be read or that failed. */
@WithCounter
class FaultPagesIT {

    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int PAGES_THAT_FACES_KEEPS = 15;
    private static final String RATES_AWAY = "ALTER TABLE merchants.tax_rate RENAME TO tax_rate_away";
    private static final String RATES_BACK = "ALTER TABLE merchants.tax_rate_away RENAME TO tax_rate";

    @Test
    void an_address_with_nothing_behind_it_says_so(RunningCounter counter, Screen screen) {
        Page page = ConsoleWindow.ENGLISH.in("zh").signedInAnew(counter, screen, "manager", "console/board.xhtml");
        Response answer = page.navigate(counter.address() + "console/nothing.xhtml");
        Assertions.assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("这个地址没有内容");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        screen.photograph(page, "fault-missing-zh");
        page.locator("main a").click();
        assertThat(page).hasURL(Pattern.compile(".*/console/board\\.xhtml.*|.*/console/(index\\.xhtml)?"));
    }

    @Test
    void staff_are_told_in_their_own_language_where_the_browser_has_kept_none(RunningCounter counter, Screen screen)
            throws SQLException {
        String username = counter.access().username("manager");
        screen.context().clearCookies();
        Page page;
        execute(counter, "UPDATE merchants.staff SET language = 'zh' WHERE username = '" + username + "'");
        try {
            page = ConsoleWindow.begun(counter, screen, "manager");
        } finally {
            execute(counter, "UPDATE merchants.staff SET language = 'en' WHERE username = '" + username + "'");
        }
        page.navigate(counter.address() + "console/nothing.xhtml");
        assertThat(page.locator("h1")).hasText("这个地址没有内容");
    }

    @Test
    void cashiers_are_led_from_the_console_to_what_they_may_do(RunningCounter counter, Screen screen) {
        screen.context().clearCookies();
        Page page = ConsoleWindow.begun(counter, screen, "cashier");
        assertThat(page.locator("main a[href$='/till/']")).isVisible();
        screen.photograph(page, "console-closed");
        page.locator("main a[href$='prizes.xhtml']").click();
        assertThat(page.locator("h1")).hasText("Prizes to hand over");
    }

    @Test
    void strangers_are_told_in_the_language_of_their_browser(RunningCounter counter) {
        String page = counter.anybody()
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("till/nothing")
                .then()
                .statusCode(404)
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
                                + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
        Assertions.assertThat(page).contains("<h1>这个地址没有内容</h1>", "href=\"/till/\"");
        counter.anybody().get("fault").then().statusCode(404);
    }

    @Test
    void a_letter_that_cannot_be_kept_is_refused(RunningCounter counter, Screen screen) {
        Page page = ConsoleWindow.ENGLISH.signedInAnew(counter, screen, "manager", "console/members.xhtml");
        Response answer = page.navigate(counter.address() + "console/members.xhtml?text=a%00b");
        Assertions.assertThat(answer.status()).isEqualTo(400);
        assertThat(page.locator("h1")).hasText("This cannot be read");
        assertThat(page.locator("[data-fault]")).containsText("Nothing was done");
    }

    @Test
    void a_page_that_fails_gives_a_reference_and_no_stack_trace(RunningCounter counter, Screen screen)
            throws SQLException {
        Page page = ConsoleWindow.ENGLISH.signedInAnew(counter, screen, "manager", "console/board.xhtml");
        Response answer;
        execute(counter, RATES_AWAY);
        try {
            answer = page.navigate(counter.address() + "console/taxes.xhtml");
        } finally {
            execute(counter, RATES_BACK);
        }
        Assertions.assertThat(answer.status()).isEqualTo(500);
        assertThat(page.locator("h1")).hasText("Something went wrong here");
        screen.photograph(page, "fault-failed");
        Assertions.assertThat(page.content()).doesNotContain("Exception", "tax_rate", "Stack Trace");
        Matcher reference = REFERENCE.matcher(page.locator("[data-fault]").textContent());
        Assertions.assertThat(reference.find()).isTrue();
        Assertions.assertThat(counter.data().resolve("server/log/server.log.json"))
                .content()
                .contains(reference.group());
    }

    @Test
    void a_step_that_fails_is_told_on_top_until_the_next_one_and_what_was_typed_stays(
            RunningCounter counter, Screen screen) throws SQLException {
        String code = code();
        Page page = typed(counter, screen, code);
        execute(counter, RATES_AWAY);
        try {
            page.locator("[id='tax:do']").click();
            assertThat(page.locator("#fault")).containsText("Something went wrong here");
        } finally {
            execute(counter, RATES_BACK);
        }
        assertThat(page.locator("#fault")).containsText(REFERENCE);
        screen.photograph(page, "fault-told");
        assertThat(page.locator("[id='tax:code']")).hasValue(code);
        page.locator("[id='tax:code']").fill("");
        page.locator("[id='tax:do']").click();
        assertThat(page.locator("#adding .field-error")).hasText("Please fill this in.");
        assertThat(page.locator("#fault")).hasCount(0);
        page.locator("[id='tax:code']").fill(code);
        page.locator("[id='tax:do']").click();
        assertThat(page.locator(".banner--done")).containsText(code);
    }

    @Test
    void what_was_typed_stays_where_the_server_does_not_answer(RunningCounter counter, Screen screen) {
        String code = code();
        Page page = typed(counter, screen, code);
        screen.context().setOffline(true);
        page.locator("[id='tax:do']").click();
        assertThat(page.locator("#fault")).containsText("No answer");
        assertThat(page.locator("#busy")).isHidden();
        assertThat(page.locator("[id='tax:code']")).hasValue(code);
        screen.photograph(page, "fault-unanswered");
        screen.context().setOffline(false);
        page.locator("[id='tax:do']").click();
        assertThat(page.locator(".banner--done")).containsText(code);
        assertThat(page.locator("#fault")).hasCount(0);
    }

    @Test
    void what_was_typed_can_still_be_sent_after_many_other_pages(RunningCounter counter, Screen screen) {
        String code = code();
        Page page = typed(counter, screen, code);
        Page other = screen.open("console/board.xhtml");
        for (int pages = 0; pages < PAGES_THAT_FACES_KEEPS; pages++) {
            other.navigate(counter.address() + "console/stores.xhtml");
        }
        page.locator("[id='tax:do']").click();
        assertThat(page.locator(".banner--done")).containsText(code);
    }

    @Test
    void what_was_typed_stays_on_a_page_that_the_server_keeps_no_more(RunningCounter counter, Screen screen) {
        String code = code();
        Page page = typed(counter, screen, code);
        page.evaluate("() => document.getElementsByName('jakarta.faces.ViewState')"
                + ".forEach(state => { state.value = '0:0'; })");
        page.locator("[id='tax:do']").click();
        assertThat(page.locator("#fault")).containsText("The page was open for too long");
        assertThat(page.locator("[id='tax:code']")).hasValue(code);
        screen.photograph(page, "fault-expired");
    }

    @Test
    void a_step_after_the_end_of_the_session_leads_to_the_sign_in(RunningCounter counter, Screen screen) {
        Page page = typed(counter, screen, code());
        screen.context().clearCookies();
        page.locator("[id='tax:do']").click();
        assertThat(page.locator("[id='signIn:username']")).isVisible();
    }

    private static String code() {
        return "F" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** The form for a tax rate, filled in and not sent. */
    private static Page typed(RunningCounter counter, Screen screen, String code) {
        Page page = ConsoleWindow.ENGLISH.signedInAnew(counter, screen, "manager", "console/taxes.xhtml");
        page.locator("[id='list:add']").click();
        page.locator("[id='tax:code']").fill(code);
        page.locator("[id='tax:percent']").fill("3.5");
        page.locator("[id='tax:nameEn']").fill("Fault rate");
        page.locator("[id='tax:nameZh']").fill("故障税率");
        page.locator("[id='tax:from']").fill("2099-01-01");
        page.locator("[id='tax:standard']").uncheck();
        return page;
    }

    private static void execute(RunningCounter counter, String sql) throws SQLException {
        try (Connection connection = counter.parts().connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
