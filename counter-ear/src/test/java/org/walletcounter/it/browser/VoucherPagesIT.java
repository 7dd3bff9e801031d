package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.walletcounter.it.Patience.patiently;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.OnOffer;
import org.walletcounter.it.Rival;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** Voucher campaigns as managers make them, and vouchers as customers have them. */
@WithCounter
class VoucherPagesIT {

    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH;

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void a_manager_makes_a_campaign_and_sees_the_figures_move_when_a_customer_takes_one(
            RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        String name = "Five off " + code();
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/voucher-form.xhtml");
        fillIn(page, name);
        field(page, "off").fill("lots");
        field(page, "perDay").fill("10");
        page.locator("[id='campaign:do']").click();
        assertThat(message(page, "off")).containsText("Write it like 12.50", patiently());
        screen.photograph(page, "voucher-form-refused");
        field(page, "off").fill("5.00");
        page.locator("[id='campaign:do']").click();
        assertThat(message(page, "total")).containsText("needs a total", patiently());
        assertThat(page.locator("[id='campaign:preview']")).containsText("£5.00");
        assertAccessible(page);
        field(page, "total").fill("100");
        page.locator("[id='campaign:do']").click();
        page.waitForURL(Pattern.compile(".*/voucher-campaign\\.xhtml.*"));
        assertThat(page.locator("h1")).hasText(name);
        page.locator("[data-opens=starting]").click();
        page.locator("[id='start:do']").click();
        assertThat(page.locator(".banner--done")).containsText("live", patiently());
        assertThat(figure(page, 1)).hasText("0");

        Page phone = CustomerIT.signedIn(counter, screen, shop, shop.customer(0));
        phone.locator(".tabs a[href='#vouchers']").click();
        Locator offered = phone.locator(".voucher", new Page.LocatorOptions().setHasText(name));
        assertThat(offered).containsText("From £30.00", patiently());
        offered.locator("button.primary").click();
        assertThat(phone.locator("[role=status].good")).isVisible();
        assertThat(offered.locator("button.primary")).hasCount(0);
        screen.photograph(phone, "phone-vouchers");
        assertAccessible(phone);

        page.reload();
        assertThat(figure(page, 1)).hasText("1");
        assertThat(figure(page, 2)).hasText("99");
        screen.photograph(page, "voucher-campaign");
        assertAccessible(page);
    }

    @Test
    void a_voucher_is_granted_to_a_member_followed_and_withdrawn(RunningCounter counter, Screen screen) {
        Shop.Customer customer = new Shop(counter).customer(0);
        String campaign = live(counter, "GRANT");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/voucher-campaign.xhtml?id=" + campaign);
        page.locator("[id='grant:numbers']").fill(customer.phone() + "\nM 0000 0000");
        page.locator("[id='grant:do']").click();
        assertThat(page.locator("[role=status].granting")).containsText("2 of 2 looked at, 1 granted", patiently());
        assertThat(page.locator("[id='grant:all'] tbody")).containsText("No member here is known by this.");
        assertThat(figure(page, 1)).hasText("1");
        page.navigate(counter.address() + "console/member.xhtml?id=" + customer.id());
        page.locator("section[aria-labelledby='vouchers-title'] a").first().click();
        assertThat(page.locator("tbody")).containsText("Granted", patiently());
        assertAccessible(page);
        page.locator("[data-opens=withdrawing]").click();
        page.locator("[id='withdraw:do']").click();
        assertThat(page.locator("#withdrawing .field-error")).containsText("Fill this in", patiently());
        page.locator("[id='withdraw:reason']").fill("granted by mistake");
        page.locator("[id='withdraw:do']").click();
        assertThat(page.locator(".banner--done")).containsText("withdrawn", patiently());
        assertThat(page.locator("tbody tr").last()).containsText("went");
    }

    @Test
    void a_voucher_of_a_paused_campaign_says_so_on_the_phone(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer customer = shop.customer(0);
        String campaign = live(counter, "GRANT");
        String path = "api/v1/voucher-campaigns/" + campaign;
        counter.commandAs("manager")
                .body("{\"memberIds\":[\"" + customer.id() + "\"]}")
                .post(path + "/grants")
                .then()
                .statusCode(201);
        counter.commandAs("manager")
                .body("{\"state\":\"PAUSED\"}")
                .post(path + "/state")
                .then()
                .statusCode(200);
        String mine = "items.find { it.campaign.id == '" + campaign + "' }";
        String voucher = counter.as("cashier")
                .queryParam("memberId", customer.id())
                .get("api/v1/vouchers")
                .then()
                .statusCode(200)
                .body(mine + ".paused", equalTo(true))
                .extract()
                .path(mine + ".id");
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        phone.locator(".tabs a[href='#vouchers']").click();
        Locator ticket = phone.locator("[data-voucher='" + voucher + "']");
        assertThat(ticket).containsText("Paused by the store", patiently());
        assertThat(ticket).not().containsText("used by itself");
        assertThat(ticket.locator("button")).hasCount(0);
        screen.photograph(phone, "phone-voucher-paused");
        assertAccessible(phone);
    }

    @Test
    void a_partner_looks_at_the_other_houses_voucher_and_takes_none_back(RunningCounter counter, Screen screen)
            throws SQLException {
        Rival house = Rival.of(counter);
        String partner = "\"parties\":[{\"merchant\":\"%s\",\"share\":10000}]".formatted(new Shop(counter).merchant());
        String campaign =
                house.made("manager", "voucher-campaigns", form(counter, "CODE").replace("\"givable\":true", partner));
        counter.commandAs("manager")
                .post("api/v1/voucher-campaigns/" + campaign + "/agreement?version=1")
                .then()
                .statusCode(200);
        house.made("manager", "voucher-campaigns/" + campaign + "/state", "{\"state\":\"LIVE\"}");
        String codes = "voucher-campaigns/" + campaign + "/codes";
        String batch = house.made("manager", codes, "{\"label\":\"Joint\",\"count\":1}");
        String[] lines = house.as("manager")
                .get("api/v1/" + codes + "/" + batch)
                .asString()
                .split("\r\n");
        String voucher = house.made("cashier", "vouchers/by-code", "{\"code\":\"" + lines[1] + "\"}");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/voucher.xhtml?id=" + voucher);
        assertThat(page.locator("#story-title")).isVisible();
        assertThat(page.locator("[data-opens=withdrawing]")).hasCount(0);
        assertThat(page.locator("#withdrawing")).hasCount(0);
    }

    @Test
    void a_customer_gives_a_voucher_to_a_friend_by_the_whole_number(RunningCounter counter, Screen screen) {
        Shop shop = new Shop(counter);
        Shop.Customer friend = shop.customer(0);
        live(counter, "TAKE");
        Page phone = CustomerIT.signedIn(counter, screen, shop, shop.customer(0));
        phone.navigate(counter.address() + "me/#vouchers");
        phone.locator(".voucher button.primary:enabled").first().click();
        Locator give = phone.locator(".voucher button", new Page.LocatorOptions().setHasText("Give to a friend"));
        give.first().click();
        phone.locator("dialog input").fill("Rosa");
        phone.locator("dialog button.primary").click();
        assertThat(phone.locator("dialog .fault")).containsText("Nobody else is known", patiently());
        assertAccessible(phone);
        phone.locator("dialog input").fill(friend.phone());
        phone.locator("dialog button.primary").click();
        assertThat(phone.locator("[role=status].good")).containsText("Given", patiently());
        List<Object> theirs = counter.as("cashier")
                .queryParam("memberId", friend.id())
                .get("api/v1/vouchers")
                .jsonPath()
                .getList("items");
        assertThat(theirs).isNotEmpty();
    }

    @Test
    void codes_are_made_on_the_page_and_their_sheets_are_printed(RunningCounter counter, Screen screen)
            throws IOException {
        String campaign = live(counter, "CODE");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/voucher-campaign.xhtml?id=" + campaign);
        page.locator("[data-opens=coding]").first().click();
        page.locator("[id='codes:label']").fill("Cinema");
        page.locator("[id='codes:count']").fill("many");
        page.locator("[id='codes:do']").click();
        assertThat(page.locator("#coding .field-error")).containsText("whole number", patiently());
        page.locator("[id='codes:count']").fill("20");
        page.locator("[id='codes:do']").click();
        assertThat(page.locator(".banner--done")).containsText("20 codes", patiently());
        screen.photograph(page, "voucher-codes");
        String sheet = page.locator("a[href*='sheet.pdf']").getAttribute("href");
        byte[] pdf = counter.as("manager")
                .get(sheet.substring(1))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        List<String> codes = counter.as("manager")
                .get(page.locator("a[download]").getAttribute("href").substring(1))
                .asString()
                .lines()
                .skip(1)
                .toList();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("£5.00", "满减券", "Valid for 14 days").contains(codes);
        }
        counter.as("analyst").get(sheet.substring(1)).then().statusCode(404);
        page.navigate(counter.address() + "console/audit.xhtml");
        assertThat(page.locator("tbody")).containsText("Codes written out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vouchers", "voucher-form", "voucher-clearing"})
    void a_page_keeps_the_rules_of_accessibility_in_both_languages(String name, RunningCounter counter, Screen screen) {
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/" + name + ".xhtml");
        assertAccessible(page);
        page.locator("[id='language:zh']").click();
        page.waitForLoadState();
        assertAccessible(page);
        screen.photograph(page, name + "-zh");
    }

    @Test
    void what_a_campaign_is_limited_to_stays_although_the_form_cannot_offer_it(RunningCounter counter, Screen screen) {
        String store = UUID.randomUUID().toString();
        String category = "Gone, " + store;
        String terms = "{\"terms\":{\"names\":{\"en\":\"Off\",\"zh\":\"减\"},\"currency\":\"%s\","
                + "\"benefit\":{\"kind\":\"amountOff\",\"off\":500},\"on\":{\"categories\":[\"%s\"]},"
                + "\"when\":{\"kind\":\"stores\",\"stores\":[\"%s\"]}},\"perOrder\":1}";
        String currency = counter.access().currency();
        String id = counter.commandAs("manager")
                .body(Map.of(
                        "code",
                        code(),
                        "nameEn",
                        "Five off",
                        "nameZh",
                        "满减券",
                        "currency",
                        currency,
                        "terms",
                        terms.formatted(currency, category, store),
                        "way",
                        "TAKE",
                        "openFrom",
                        Instant.now().toString(),
                        "openUntil",
                        Instant.now().plus(Duration.ofDays(10)).toString(),
                        "validDays",
                        14))
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Page page = CONSOLE.signedIn(counter, screen, "manager", "console/voucher-form.xhtml?id=" + id);
        field(page, "nameEn").fill("Five off again");
        page.locator("[id='campaign:do']").click();
        page.waitForURL(Pattern.compile(".*/voucher-campaign\\.xhtml.*"));
        counter.as("manager")
                .get("api/v1/voucher-campaigns/" + id)
                .then()
                .statusCode(200)
                .body("campaign.nameEn", equalTo("Five off again"))
                .body("campaign.limits.stores", contains(store))
                .body("campaign.limits.categories", contains(category));
    }

    @Test
    void an_analyst_looks_at_campaigns_and_makes_none(RunningCounter counter, Screen screen) {
        String campaign = live(counter, "TAKE");
        Page page = CONSOLE.signedIn(counter, screen, "analyst", "console/voucher-campaign.xhtml?id=" + campaign);
        assertThat(page.locator(".tiles")).isVisible();
        assertThat(page.locator("[data-opens]")).hasCount(0);
        page.navigate(counter.address() + "console/voucher-form.xhtml");
        assertThat(page.locator("[id='campaign:do']")).hasCount(0);
    }

    private static void fillIn(Page page, String name) {
        field(page, "code").fill(code());
        field(page, "nameEn").fill(name);
        field(page, "nameZh").fill("满30减5");
        field(page, "from").fill("30");
    }

    private static Locator field(Page page, String id) {
        return page.locator("[id='campaign:" + id + "']");
    }

    /** What stands at a field. */
    private static Locator message(Page page, String id) {
        return page.locator(".field:has([id='campaign:" + id + "']) .field-error");
    }

    private static Locator figure(Page page, int place) {
        return page.locator(".tile .figure").nth(place);
    }

    private static String live(RunningCounter counter, String way) {
        String id = counter.commandAs("manager")
                .body(form(counter, way))
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body("{\"state\":\"LIVE\"}")
                .post("api/v1/voucher-campaigns/" + id + "/state")
                .then()
                .statusCode(200);
        return id;
    }

    private static String form(RunningCounter counter, String way) {
        return ("{\"code\":\"%s\",\"nameEn\":\"Five off\",\"nameZh\":\"满减券\",\"currency\":\"%s\","
                        + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"way\":\"%s\",\"openFrom\":\"%s\","
                        + "\"openUntil\":\"%s\",\"validDays\":14,\"total\":100,\"givable\":true}")
                .formatted(
                        code(),
                        counter.access().currency(),
                        way,
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(10)));
    }

    private static String code() {
        return "P-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
