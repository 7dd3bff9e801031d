package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.walletcounter.it.Patience.patiently;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.Patience;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** A birthday, told on the phone or at the till, to the voucher that comes of it. */
@WithCounter
class BirthdayIT {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(3), Duration.ofSeconds(1));
    private static final int USUAL_HOUR = 8;

    @AfterEach
    void end(RunningCounter counter) {
        counter.rule("members.birthday.hour", USUAL_HOUR);
        OnOffer.end(counter);
    }

    @Test
    void a_birthday_told_on_the_phone_brings_its_voucher_once(RunningCounter counter, Screen screen)
            throws InterruptedException {
        String campaign = birthdayCampaign(counter);
        fromMidnightOn(counter, screen);
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(100);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.navigate(counter.address() + "me/#settings");
        phone.locator("#birth-day").selectOption(Integer.toString(today.getDayOfMonth()));
        phone.locator("#birth-month").selectOption(Integer.toString(today.getMonthValue()));
        screen.photograph(phone, "phone-birthday");
        phone.locator(".birthday button[type=submit]").click();
        screen.photograph(phone, "phone-birthday-sure");
        phone.locator("dialog .primary").click();
        assertThat(phone.locator(".birthday")).containsText("staff at the counter", patiently());
        assertThat(phone.locator("#birth-day")).hasCount(0);
        screen.photograph(phone, "phone-birthday-told");

        PATIENCE.await(() -> vouchers(counter, customer.id(), campaign) != 0);
        assertThat(vouchers(counter, customer.id(), campaign)).isEqualTo(1);
        counter.commandAs("manager")
                .body("{\"birthday\":\"1992" + today.toString().substring(4) + "\"}")
                .put("/api/v1/members/" + customer.id() + "/birthday")
                .then()
                .statusCode(200)
                .body("birthday", equalTo("1992" + today.toString().substring(4)));
    }

    @Test
    void the_till_takes_a_birthday_with_a_new_member_or_none(RunningCounter counter, Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        String phone = "0779" + (1_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 9_000_000));
        registering(till, phone, "Bea Born");
        page.locator("#birth-day").selectOption("31");
        page.locator("#birth-month").selectOption("2");
        screen.photograph(page, "till-register");
        page.locator("button[form=register-form]").click();
        assertThat(page.locator("dialog .fault")).containsText("There is no such day");
        page.locator("#birth-day").selectOption("28");
        page.locator("#birth-year").fill("1990");
        page.locator("button[form=register-form]").click();
        page.locator("#top-up-amount").waitFor();
        assertThat(birthdayOf(counter, phone)).isEqualTo("1990-02-28");

        page.navigate(counter.address() + "till/?lang=zh");
        page.locator("#search").waitFor();
        String silent = "0778" + phone.substring(4);
        registering(till, silent, "Nora None");
        screen.photograph(page, "till-register-zh");
        page.locator("button[form=register-form]").click();
        page.locator("#top-up-amount").waitFor();
        assertThat(birthdayOf(counter, silent)).isNull();
    }

    private static void registering(TillWindow till, String phone, String name) {
        Page page = till.page();
        till.press("F8");
        page.locator("#member-search").waitFor();
        page.locator("dialog footer button").last().click();
        page.locator("#register-form [name=phone]").fill(phone);
        page.locator("#register-form [name=name]").fill(name);
        page.locator("#register-form .notice")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("#register-form [type=checkbox]").check();
    }

    private static @Nullable String birthdayOf(RunningCounter counter, String phone) {
        return counter.as("manager")
                .queryParam("text", phone)
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].birthday");
    }

    /** The sign-in leads back to the parameter that was asked for. */
    private static void fromMidnightOn(RunningCounter counter, Screen screen) {
        Page page = screen.open("console/parameter.xhtml?code=members.birthday.hour");
        ConsoleWindow.enter(
                page, counter.access().username("manager"), counter.access().password("manager"));
        page.waitForURL(Pattern.compile(".*/console/parameter\\.xhtml\\?code=members\\.birthday\\.hour"));
        page.locator("[data-opens=setting]").click();
        page.locator("[id='set:value']").fill("0");
        page.locator("[id='set:do']").click();
        assertThat(page.locator(".banner--done")).isVisible();
        page.navigate(counter.address() + "console/parameter.xhtml?code=transactions.return.policy");
        page.locator("[data-opens=setting]").click();
        assertThat(page.locator("[id='set:choice'] option")).hasCount(3);
        screen.photograph(page, "parameter-choice");
        page.close();
    }

    private static String birthdayCampaign(RunningCounter counter) {
        String code = "BD-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String id = counter.commandAs("manager")
                .body(("{\"code\":\"%s\",\"nameEn\":\"Birthday treat\",\"nameZh\":\"生日礼券\",\"currency\":\"%s\","
                                + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"openFrom\":\"%s\","
                                + "\"openUntil\":\"%s\",\"validDays\":14,\"way\":\"EVENT\",\"event\":\"BIRTHDAY\"}")
                        .formatted(
                                code,
                                counter.access().currency(),
                                Instant.now().minusSeconds(60),
                                Instant.now().plus(Duration.ofDays(10))))
                .post("/api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body(Map.of("state", "LIVE"))
                .post("/api/v1/voucher-campaigns/" + id + "/state")
                .then()
                .statusCode(200);
        return id;
    }

    private static int vouchers(RunningCounter counter, String member, String campaign) {
        return counter.as("cashier")
                .queryParam("memberId", member)
                .get("/api/v1/vouchers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.campaign.id == '" + campaign + "' }")
                .size();
    }
}
