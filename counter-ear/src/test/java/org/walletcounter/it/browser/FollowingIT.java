package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.walletcounter.it.Patience.patiently;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.Patience;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** A customer follows campaigns with the bell and is reminded: on the phone, and by text message where they want it. */
@WithCounter
class FollowingIT {

    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(4), Duration.ofSeconds(1));

    private static final String STATUS =
            "async ([method, path]) => (await fetch(`/api/v1/me/${path}`, {method, headers:"
                    + " {'X-Counter': '1'}})).status";

    private RunningCounter counter;

    @BeforeEach
    void open(RunningCounter one) {
        counter = one;
    }

    @AfterEach
    void end() {
        OnOffer.end(counter);
    }

    @Test
    void what_opens_later_is_followed_and_the_phone_says_so_when_it_has_opened_and_when_few_are_left(Screen screen)
            throws InterruptedException {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(0);
        String tag = UUID.randomUUID().toString().substring(0, 4);
        String far = live("Monday " + tag, "周一券 " + tag, Duration.ofDays(2), Duration.ofDays(9));
        String scarce = live("Scarce " + tag, "限量券 " + tag, Duration.ofMinutes(-1), Duration.ofDays(9));
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.navigate(counter.address() + "me/#settings");
        phone.locator(".texting input").check();
        assertThat(phone.locator(".texting input")).isEnabled();
        screen.photograph(phone, "phone-texting");
        assertAccessible(phone);
        phone.locator(".tabs a[href='#vouchers']").click();
        follow(phone, far);
        follow(phone, scarce);
        assertThat(ticket(phone, far)).containsText("Opens", patiently());
        screen.photograph(phone, "phone-vouchers-following");
        assertAccessible(phone);
        phone.reload();
        assertThat(ticket(phone, far).locator(".follow")).hasAttribute("aria-pressed", "true");
        ticket(phone, far).locator(".follow").click();
        assertThat(ticket(phone, far).locator(".follow")).containsText(Pattern.compile("^Follow$"), patiently());
        counter.as("manager")
                .get("api/v1/voucher-campaigns/" + far + "/figures")
                .then()
                .body("followers", equalTo(0));

        String soon = live("Now " + tag, "马上抢 " + tag, Duration.ofSeconds(75), Duration.ofDays(9));
        phone.reload();
        follow(phone, soon);
        restock(scarce, -15);
        PATIENCE.await(() -> "[OPENED, FEW_LEFT]".equals(kinds(phone)) || "[FEW_LEFT, OPENED]".equals(kinds(phone)));
        assertThat(kinds(phone)).contains("OPENED", "FEW_LEFT");
        textArrives(customer, "\"Now " + tag + "\" can be taken now");

        phone.navigate(counter.address() + "me/#pay");
        phone.reload();
        Locator bell = phone.locator(".standing a[href='#reminders']");
        assertThat(bell).containsText("2 reminders", patiently());
        screen.photograph(phone, "phone-home-reminders");
        assertAccessible(phone);
        bell.click();
        assertThat(phone.locator(".reminders a.unseen")).hasCount(2);
        screen.photograph(phone, "phone-reminders");
        assertAccessible(phone);
        phone.locator(".reminders a", new Page.LocatorOptions().setHasText("Scarce"))
                .click();
        assertThat(phone.locator(".voucher.aimed")).containsText("Scarce " + tag, patiently());
        assertThat(phone.locator(".bell .count")).hasText("1");
        screen.photograph(phone, "phone-reminder-leads");
        assertAccessible(phone);

        inChinese(phone);
        phone.navigate(counter.address() + "me/#reminders");
        assertThat(phone.locator(".reminders a.unseen")).hasCount(1);
        assertThat(phone.locator(".reminders")).containsText("“马上抢 " + tag + "”现在可以领取", patiently());
        screen.photograph(phone, "phone-reminders-zh");
        assertAccessible(phone);
        phone.locator("button", new Page.LocatorOptions().setHasText("全部标为已读")).click();
        assertThat(phone.locator(".reminders a.unseen")).hasCount(0);
        phone.navigate(counter.address() + "me/#vouchers");
        assertThat(ticket(phone, far)).containsText("开始领取", patiently());
        screen.photograph(phone, "phone-vouchers-following-zh");
        assertAccessible(phone);
    }

    @Test
    void what_cannot_be_followed_is_refused_and_the_manager_sees_how_many_follow(Screen screen) {
        Shop shop = new Shop(counter);
        String tag = UUID.randomUUID().toString().substring(0, 4);
        String campaign = live("Watched " + tag, "关注券 " + tag, Duration.ofMinutes(-1), Duration.ofDays(9));
        Page phone = CustomerIT.signedIn(counter, screen, shop, shop.customer(0));
        String path = "vouchers/campaigns/" + campaign + "/follow";
        assertThat(status(phone, "PUT", path)).isEqualTo(204);
        assertThat(status(phone, "PUT", path)).isEqualTo(204);
        assertThat(status(phone, "PUT", "vouchers/campaigns/" + UUID.randomUUID() + "/follow"))
                .isEqualTo(404);
        assertThat(status(phone, "PUT", "reminders/" + UUID.randomUUID() + "/seen"))
                .isEqualTo(404);
        counter.commandAs("manager").put("api/v1/me/" + path).then().statusCode(403);

        Page page = ConsoleWindow.ENGLISH.opened(counter, screen, "console/voucher-campaign.xhtml?id=" + campaign);
        ConsoleWindow.enter(
                page, counter.access().username("manager"), counter.access().password("manager"));
        assertThat(page.locator(".followers")).containsText("One member follows this campaign", patiently());
        page.setViewportSize(1280, 900);
        screen.photograph(page, "voucher-campaign-followers");
        assertAccessible(page);
        page.locator("a[lang='zh-CN']").click();
        assertThat(page.locator(".followers")).containsText("1 位会员关注此活动", patiently());
        screen.photograph(page, "voucher-campaign-followers-zh");

        state(campaign, "PAUSED");
        assertThat(status(phone, "PUT", path)).isEqualTo(422);
        state(campaign, "ENDED");
        assertThat(status(phone, "PUT", path)).isEqualTo(422);
        assertThat(status(phone, "DELETE", path)).isEqualTo(204);
    }

    private static void follow(Page phone, String campaign) {
        Locator bell = ticket(phone, campaign).locator(".follow");
        bell.click();
        assertThat(bell).containsText("Following", patiently());
    }

    private static Locator ticket(Page phone, String campaign) {
        return phone.locator("[data-campaign='" + campaign + "']");
    }

    private static int status(Page phone, String method, String path) {
        return ((Number) phone.evaluate(STATUS, List.of(method, path))).intValue();
    }

    /** The kinds of the signed-in member's reminders, newest first. */
    private static String kinds(Page phone) {
        return String.valueOf(phone.evaluate(
                "async () => (await (await fetch('/api/v1/me/reminders')).json()).items.map(({ kind }) => kind)"));
    }

    private static void inChinese(Page phone) {
        phone.evaluate("localStorage.setItem('wc.language', 'zh')");
        phone.reload();
    }

    /** By day the text message arrives; by night it waits in its row. */
    private void textArrives(Shop.Customer customer, String words) throws InterruptedException {
        PATIENCE.await(() -> waiting(customer) > 0 || texts(customer).contains(words));
        assertThat(waiting(customer) > 0 || texts(customer).contains(words)).isTrue();
    }

    private String texts(Shop.Customer customer) {
        return String.join(
                "\n",
                RestAssured.given()
                        .queryParam("phone", customer.phone())
                        .get(counter.sandboxAddress() + "sms.json")
                        .jsonPath()
                        .getList("items.text", String.class));
    }

    private long waiting(Shop.Customer customer) {
        String sql =
                "SELECT count(*) FROM vouchers.reminder WHERE member_id = ? AND text_at > now() + interval '1 minute'";
        try (Connection connection = counter.parts().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, UUID.fromString(customer.id()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String live(String nameEn, String nameZh, Duration from, Duration until) {
        Instant now = Instant.now();
        String id = counter.commandAs("manager")
                .body(
                        ("{\"code\":\"FO-%s\",\"nameEn\":\"%s\",\"nameZh\":\"%s\",\"currency\":\"%s\",\"worth\":{\"kind\":"
                                        + "\"AMOUNT\",\"off\":500,\"from\":3000},\"openFrom\":\"%s\",\"openUntil\":\"%s\","
                                        + "\"validDays\":14,\"way\":\"TAKE\",\"total\":20,\"perPerson\":1}")
                                .formatted(
                                        UUID.randomUUID()
                                                .toString()
                                                .substring(0, 8)
                                                .toUpperCase(Locale.ROOT),
                                        nameEn,
                                        nameZh,
                                        counter.access().currency(),
                                        now.plus(from),
                                        now.plus(until)))
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        state(id, "LIVE");
        return id;
    }

    private void state(String campaign, String state) {
        counter.commandAs("manager")
                .body(Map.of("state", state))
                .post("api/v1/voucher-campaigns/" + campaign + "/state")
                .then()
                .statusCode(200);
    }

    private void restock(String campaign, int by) {
        counter.commandAs("manager")
                .body(Map.of("by", by))
                .post("api/v1/voucher-campaigns/" + campaign + "/quantity")
                .then()
                .statusCode(200);
    }
}
