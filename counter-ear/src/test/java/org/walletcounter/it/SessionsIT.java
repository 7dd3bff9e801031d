package org.walletcounter.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who signs in, and what a new password ends. Each test takes on somebody of its own. */
@WithCounter
class SessionsIT {

    private static final String OLD = "ten green bottles on the wall";
    private static final String NEW = "nine green bottles and a broken one";
    private static final String WRONG = "no green bottles at all";
    private static final int OK = 200;
    private static final int NOT_SIGNED_IN = 401;
    private static final int LOCKED = 429;
    private static final int MOST_FAILURES = 10;
    private static final int MOST_TURNS = 50;

    private final String username = "it-" + UUID.randomUUID();

    @Test
    void who_sets_their_own_password_goes_on_there_and_nowhere_else(RunningCounter counter, Screen screen)
            throws InterruptedException {
        takeOn(counter, screen);
        Map<String, String> elsewhere = signedIn(counter, OLD);
        assertThat(answer(counter, elsewhere)).isEqualTo(OK);
        Page page = signedIn(counter, screen, username, OLD);
        setOwn(counter, page, OLD);
        assertThat(page.locator(".banner--done")).containsText("password");
        awaitEnd(counter, elsewhere);
        page.navigate(counter.address() + "console/products.xhtml");
        assertThat(page.locator("h1")).hasText("Products");
        assertThat(signIn(counter, OLD).statusCode()).isEqualTo(NOT_SIGNED_IN);
    }

    @Test
    void a_password_set_by_an_administrator_ends_the_sessions_of_that_person_only(RunningCounter counter, Screen screen)
            throws InterruptedException {
        Page page = takeOn(counter, screen);
        Map<String, String> theirs = signedIn(counter, OLD);
        assertThat(answer(counter, theirs)).isEqualTo(OK);
        setAsAdministrator(page);
        Map<String, String> anew = signedIn(counter, NEW);
        awaitEnd(counter, theirs);
        assertThat(answer(counter, anew)).isEqualTo(OK);
        page.navigate(counter.address() + "console/staff.xhtml");
        assertThat(page.locator("h1")).hasText("Staff");
    }

    @Test
    void who_does_not_know_the_current_password_sets_no_new_one(RunningCounter counter, Screen screen) {
        takeOn(counter, screen);
        Page page = signedIn(counter, screen, username, OLD);
        setOwn(counter, page, WRONG);
        assertThat(page.locator(".field:has([id='account:current']) .field-error"))
                .containsText("not your current");
        assertThat(signIn(counter, NEW).statusCode()).isEqualTo(NOT_SIGNED_IN);
        assertThat(signIn(counter, OLD).statusCode()).isEqualTo(OK);
    }

    @Test
    void an_administrators_own_password_is_not_set_among_the_staff(RunningCounter counter, Screen screen) {
        Page page = takeOn(counter, screen);
        String toOwn = "a[href$='/console/account.xhtml']";
        Locator own = page.locator("tbody tr").filter(new Locator.FilterOptions().setHas(page.locator(toOwn)));
        assertThat(own).containsText(counter.access().username("administrator"));
        assertThat(own).not().containsText("Set password");
        own.locator(toOwn).click();
        assertThat(page.locator("[id='account:current']")).isVisible();
    }

    @Test
    void ten_failures_lock_a_name_until_an_administrator_sets_a_new_password(RunningCounter counter, Screen screen) {
        Page page = takeOn(counter, screen);
        for (int failures = 0; failures < MOST_FAILURES; failures++) {
            assertThat(signIn(counter, WRONG).statusCode()).isEqualTo(NOT_SIGNED_IN);
        }
        for (int again = 0; again < 2; again++) {
            signIn(counter, OLD)
                    .then()
                    .statusCode(LOCKED)
                    .body("code", equalTo("merchants.SIGN_IN_LOCKED"), "detail", matchesPattern(".*\\d+.*"));
        }
        setAsAdministrator(page);
        assertThat(signIn(counter, NEW).statusCode()).isEqualTo(OK);
    }

    @Test
    void a_letter_that_cannot_be_kept_is_refused_at_its_field(RunningCounter counter) {
        counter.anybody()
                .contentType(ContentType.JSON)
                .body("{\"username\":\"a\\u0000\",\"password\":\"ten green bottles\"}")
                .post("api/v1/session")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.FIELD_INVALID"), "field", equalTo("username"));
    }

    /** Somebody new, made by the administrator, whose page it gives. */
    private Page takeOn(RunningCounter counter, Screen screen) {
        Page page = signedIn(
                counter,
                screen,
                counter.access().username("administrator"),
                counter.access().password("administrator"));
        page.navigate(counter.address() + "console/staff.xhtml");
        page.locator("[id='list:add']").click();
        page.locator("[id='person:name']").fill("Ida Sessions");
        page.locator("[id='person:username']").fill(username);
        page.locator("[id='person:role']").selectOption("analyst");
        page.locator("[id='person:password']").fill(OLD);
        page.locator("[id='person:do']").click();
        assertThat(page.locator(".banner--done")).containsText("Ida Sessions");
        return page;
    }

    /** In the list of staff, where the administrator is after taking somebody on. */
    private void setAsAdministrator(Page page) {
        page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(username))
                .getByText("Set password")
                .click();
        page.locator("[id='secret:password']").fill("short");
        page.locator("[id='secret:do']").click();
        assertThat(page.locator("[id='secret:fields'] .field-error")).containsText("12");
        page.locator("[id='secret:password']").fill(NEW);
        page.locator("[id='secret:do']").click();
        assertThat(page.locator(".banner--done")).containsText("password");
    }

    private static void setOwn(RunningCounter counter, Page page, String current) {
        page.navigate(counter.address() + "console/account.xhtml");
        page.locator("[id='account:current']").fill(current);
        page.locator("[id='account:password']").fill(NEW);
        page.locator("[id='account:again']").fill(NEW);
        page.locator("[id='account:save']").click();
    }

    /** A browser in which nobody else is signed in any more. */
    private static Page signedIn(RunningCounter counter, Screen screen, String username, String password) {
        screen.context().clearCookies();
        Page page = ConsoleWindow.ENGLISH.opened(counter, screen, "console/sign-in.xhtml");
        ConsoleWindow.begin(page, username, password);
        return page;
    }

    /** The cookies of a session of the new person through the API. */
    private Map<String, String> signedIn(RunningCounter counter, String password) {
        return signIn(counter, password).then().statusCode(OK).extract().cookies();
    }

    private Response signIn(RunningCounter counter, String password) {
        return counter.anybody()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("api/v1/session");
    }

    private static int answer(RunningCounter counter, Map<String, String> session) {
        return counter.anybody().cookies(session).get("api/v1/session").statusCode();
    }

    private static void awaitEnd(RunningCounter counter, Map<String, String> session) throws InterruptedException {
        for (int turn = 0; turn < MOST_TURNS && answer(counter, session) != NOT_SIGNED_IN; turn++) {
            Thread.sleep(200);
        }
        assertThat(answer(counter, session)).isEqualTo(NOT_SIGNED_IN);
    }
}
