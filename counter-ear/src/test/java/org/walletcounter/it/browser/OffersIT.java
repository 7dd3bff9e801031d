package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;
import org.walletcounter.members.PaymentCode;

/** Promotions and vouchers at the till: applied without anyone asking, overruled with one tap, reckoned back at a return. */
@WithCounter
class OffersIT {

    private static final Pattern EXPIRED = Pattern.compile("The code of \\S.* has expired");

    private RunningCounter counter;
    private Shop shop;
    private String sku;
    private final List<String> live = new ArrayList<>();

    @BeforeEach
    void open(RunningCounter running) {
        counter = running;
        shop = new Shop(counter);
        sku = shop.product("Spring tea", 1000);
        live.add(promotion());
    }

    @AfterEach
    void end() {
        live.forEach(id -> act(id, "end", "manager"));
    }

    @Test
    void what_applies_is_taken_off_and_one_tap_leaves_it_out(Screen screen) {
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        assertThat(till.page().locator(".reductions")).containsText("Two for spring");
        screen.photograph(till.page(), "till-offers");
        till.page().locator(".reductions button").first().click();
        assertThat(till.total()).containsText("20.00");
        till.press("F5");
        assertThat(till.page().locator(".verdicts")).containsText("Left out as the customer wished");
        screen.photograph(till.page(), "till-offers-dialog");
        till.page().locator(".verdicts").getByText("Allow again").click();
        assertThat(till.total()).containsText("17.00");
    }

    @Test
    void a_members_voucher_is_used_with_the_scan_that_pays(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        grant(voucher(), customer);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(customer.code());
        assertThat(till.sees("paid").locator(".sum")).containsText("12.00");
        assertThat(till.page().locator(".savings")).containsText("8.00");
        screen.photograph(till.page(), "till-offers-paid");
        org.assertj.core.api.Assertions.assertThat(customer.balance()).isEqualTo(3800);
    }

    @Test
    void a_code_scanned_into_the_dialog_says_who_buys_and_pays_nothing(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        grant(voucher(), customer);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.press("F5");
        till.page().locator(".verdicts button").first().focus();
        till.scan(customer.code());
        assertThat(till.page().locator(".verdicts")).containsText("Five off");
        till.press("Escape");
        assertThat(till.total()).containsText("12.00");
        org.assertj.core.api.Assertions.assertThat(customer.balance()).isEqualTo(5000);
    }

    @Test
    void a_vouchers_code_is_known_where_goods_are_scanned(Screen screen) {
        String code = codes(1).get(0);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(code);
        assertThat(till.total()).containsText("12.00");
        assertThat(till.page().locator(".reductions")).containsText("Five off");
        screen.photograph(till.page(), "till-voucher-scanned");
    }

    @Test
    void a_code_that_begins_like_two_times_something_is_a_code_all_the_same(Screen screen) {
        Pattern likeCount = Pattern.compile("\\d+X.*");
        List<String> codes = codes(1500).stream()
                .filter(code -> likeCount.matcher(code).matches())
                .toList();
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(codes.get(0));
        assertThat(till.total()).containsText("12.00");
        till.press("F5");
        till.page().locator(".verdicts").waitFor();
        till.page().locator("#offer-code").fill(codes.get(codes.size() - 1));
        till.press("Enter");
        assertThat(till.page().locator(".verdicts").getByText("Five off")).hasCount(2);
    }

    @Test
    void what_was_found_for_the_beginning_of_a_code_is_not_taken_for_the_code(Screen screen) {
        String code = codes(1).get(0);
        String beginning = code.substring(0, 4);
        shop.product(beginning + " green", 100);
        shop.product(beginning + " black", 100);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.page().keyboard().type(beginning);
        assertThat(till.page().locator("#found li")).hasCount(2);
        till.press("ArrowDown");
        till.scan(code.substring(4));
        assertThat(till.total()).containsText("12.00");
    }

    @Test
    void a_code_of_which_each_person_may_have_one_is_taken_in_for_the_customer_of_the_sale(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        String code = codes(1, ",\"perPerson\":1").get(0);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(code);
        assertThat(till.page().locator(".toast")).containsText("Ask for the member's payment code first");
        assertThat(till.total()).containsText("17.00");
        till.press("F5");
        till.page().locator(".verdicts button").first().focus();
        till.scan(customer.code());
        till.page().locator("dialog .customer").waitFor();
        till.press("Escape");
        assertThat(till.page().locator("#search")).isFocused();
        till.scan(code);
        assertThat(till.total()).containsText("12.00");
        assertThat(till.page().locator(".reductions")).containsText("Five off");
    }

    @Test
    void a_code_goes_to_the_customer_who_is_being_recognised_and_not_to_the_one_before(Screen screen) {
        Shop.Customer next = shop.customer(5000);
        String code = codes(1, ",\"perPerson\":1").get(0);
        TillWindow till = withTwo(screen);
        recognise(till, shop.customer(5000).code());
        till.page().locator("dialog .customer").waitFor();
        String shown = next.code();
        List<Route> held = new ArrayList<>();
        AtomicBoolean slow = new AtomicBoolean(true);
        till.page().route("**/payments/quote", route -> {
            if (slow.get() && route.request().postData().contains(shown)) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        enter(till, shown);
        Response brought = till.page()
                .waitForResponse(answer -> answer.url().endsWith("/vouchers/by-code") && answer.ok(), () -> {
                    till.page().waitForResponse("**/vouchers/by-code", () -> enter(till, code));
                    slow.set(false);
                    held.forEach(Route::resume);
                });
        org.assertj.core.api.Assertions.assertThat(new JsonPath(brought.text()).getString("memberId"))
                .isEqualTo(next.id());
    }

    @Test
    void a_code_that_cannot_be_used_yet_says_from_when_it_can(Screen screen) {
        String code = codes(1, ",\"validAfter\":3").get(0);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.press("F5");
        till.page().locator(".verdicts").waitFor();
        enter(till, code);
        assertThat(till.page().locator(".toast")).containsText("Valid from");
        assertThat(till.total()).containsText("17.00");
    }

    @Test
    void a_code_whose_campaign_is_paused_meanwhile_says_so(Screen screen) {
        String campaign = voucher("CODE", 1, "");
        String code = codesOf(campaign, 1).get(0);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(code);
        assertThat(till.total()).containsText("12.00");
        move(campaign, "PAUSED");
        till.scan(code);
        assertThat(till.page().locator(".toast")).containsText("Its campaign is paused");
        assertThat(till.total()).containsText("17.00");
    }

    @Test
    void a_code_that_lies_at_another_checkout_says_so(Screen screen) {
        String code = codes(1).get(0);
        setAside(code);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(code);
        assertThat(till.page().locator(".toast")).containsText("It is set aside at another checkout");
        assertThat(till.total()).containsText("17.00");
    }

    /** What another checkout does with a code before it is paid. */
    private void setAside(String code) {
        String voucher = counter.commandAs("cashier")
                .body("{\"code\":\"" + code + "\"}")
                .post("api/v1/vouchers/by-code")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("cashier")
                .body(("{\"reason\":\"web\",\"uses\":[{\"voucherId\":\"%s\","
                                + "\"saving\":{\"amount\":500,\"currency\":\"%s\"}}]}")
                        .formatted(voucher, counter.access().currency()))
                .post("api/v1/vouchers/holds")
                .then()
                .statusCode(201);
    }

    /** Types a code into the dialog of offers. */
    private static void enter(TillWindow till, String code) {
        till.page().locator("#offer-code").fill(code);
        till.press("Enter");
    }

    private List<String> codes(int count) {
        return codes(count, "");
    }

    /** Codes of a voucher of five off, freshly made. */
    private List<String> codes(int count, String limits) {
        return codesOf(voucher("CODE", count, limits), count);
    }

    private List<String> codesOf(String campaign, int count) {
        String batches = "api/v1/voucher-campaigns/" + campaign + "/codes";
        String batch = counter.commandAs("manager")
                .body("{\"label\":\"Paper\",\"count\":" + count + "}")
                .post(batches)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return counter.as("manager")
                .get(batches + "/" + batch)
                .asString()
                .lines()
                .skip(1)
                .toList();
    }

    @Test
    void who_was_recognised_by_a_code_is_not_dropped_in_silence(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        grant(voucher(), customer);
        TillWindow till = withTwo(screen);
        till.page().clock().install();
        till.press("F5");
        till.page().locator(".verdicts button").first().focus();
        till.scan(customer.code());
        assertThat(till.page().locator(".verdicts")).containsText("Five off");
        till.press("Escape");
        assertThat(till.total()).containsText("12.00");
        till.page().clock().fastForward(51_000);
        assertThat(till.total()).containsText("17.00");
        assertThat(till.page().locator(".expired")).containsText("has expired");
        screen.photograph(till.page(), "till-code-expired");
    }

    /** The server's clock may end a code before this till's does. */
    @Test
    void a_code_that_the_server_takes_no_more_is_told_of_and_asked_about_once(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        grant(voucher(), customer);
        TillWindow till = withTwo(screen);
        String code = customer.code();
        recognise(till, code);
        assertThat(till.page().locator(".verdicts")).containsText("Five off");
        till.press("Escape");
        assertThat(till.total()).containsText("12.00");
        AtomicInteger asked = new AtomicInteger();
        till.page().route("**/payments/quote", route -> {
            String body = route.request().postData();
            asked.addAndGet(body.contains(code) ? 1 : 0);
            route.resume(new Route.ResumeOptions().setPostData(body.replace(code, old(customer))));
        });
        till.scan(sku);
        assertThat(till.page().locator(".expired")).containsText(EXPIRED);
        assertThat(till.total()).containsText("27.00");
        till.scan(sku);
        assertThat(till.total()).containsText("37.00");
        org.assertj.core.api.Assertions.assertThat(asked).hasValue(1);
    }

    @Test
    void a_code_that_is_refused_leaves_the_sale_as_it_was(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        TillWindow till = withTwo(screen);
        recognise(till, old(customer));
        assertThat(till.page().locator("dialog .fault")).isVisible();
        till.press("Escape");
        assertThat(till.page().locator("#search")).isFocused();
        till.scan(sku);
        assertThat(till.total()).containsText("27.00");
        assertThat(till.page().locator(".expired")).hasCount(0);
    }

    @Test
    void points_of_a_customer_whose_code_has_expired_do_not_stand_in_the_way_of_cash(Screen screen) {
        Shop.Customer customer = shop.customer(0);
        String code = "o-" + UUID.randomUUID().toString().substring(0, 8);
        String programme = programme("POST", "", code, true);
        try {
            give(customer, programme, 500);
            TillWindow till = withTwo(screen);
            assertThat(till.total()).containsText("17.00");
            till.page().clock().install();
            recognise(till, customer.code());
            till.page().locator(".points button").click();
            assertThat(till.total()).containsText("12.00");
            till.press("Escape");
            till.page().clock().fastForward(51_000);
            assertThat(till.page().locator(".expired")).containsText(EXPIRED);
            assertThat(till.total()).containsText("17.00");
            till.press("F2");
            till.press("Enter");
            assertThat(till.sees("paid").locator(".sum")).containsText("17.00");
        } finally {
            programme("PUT", "/" + programme, code, false);
        }
    }

    @Test
    void an_emptied_basket_keeps_no_wishes_for_the_next_customer(Screen screen) {
        String code = codes(1).get(0);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(code);
        assertThat(till.total()).containsText("12.00");
        till.press("Delete");
        assertThat(till.total()).hasText("£0.00");
        till.scanProduct(sku);
        till.scan(sku);
        assertThat(till.total()).containsText("17.00");
    }

    @Test
    void a_parked_sale_keeps_what_the_customer_overruled(Screen screen) {
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.page().locator(".reductions button").first().click();
        assertThat(till.total()).containsText("20.00");
        till.press("F4");
        till.page().locator("#park-form input").fill(sku);
        till.press("Enter");
        assertThat(till.total()).hasText("£0.00");
        till.press("F6");
        Locator parked = till.page().locator(".rows li", new Page.LocatorOptions().setHasText(sku));
        parked.locator("button").click();
        assertThat(till.page().locator(".lines")).containsText("Spring tea");
        till.press("F5");
        assertThat(till.page().locator(".verdicts")).containsText("Left out as the customer wished");
    }

    @Test
    void the_phone_tells_vouchers_ready_and_what_a_payment_saved(Screen screen) {
        Shop.Customer customer = shop.customer(5000);
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.scan(customer.code());
        till.sees("paid");
        grant(voucher(), customer);
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        assertThat(phone.locator(".standing")).containsText("voucher");
        phone.navigate(counter.address() + "me/#history");
        assertThat(phone.locator(".gained").first()).containsText("Saved");
        screen.photograph(phone, "phone-savings");
    }

    @Test
    void a_return_is_reckoned_before_it_is_confirmed(Screen screen) {
        TillWindow till = returning(screen);
        till.page().locator(".goods input").fill("1");
        assertThat(till.page().locator(".reckoning .strong")).containsText("£7.00");
        assertThat(till.page().locator(".reckoning")).containsText("1.50");
        screen.photograph(till.page(), "till-return");
        till.page().locator("dialog footer button").last().click();
        assertThat(till.sees("paid").locator(".sum")).containsText("£7.00");
    }

    @Test
    void all_that_is_left_is_reckoned_before_it_is_confirmed(Screen screen) {
        TillWindow till = returning(screen);
        assertThat(till.page().locator(".reckoning")).containsText("In cash, from the drawer£17.00");
        assertThat(till.page().locator(".reckoning .strong")).containsText("17.00");
        till.page().locator("#refund-amount").fill("4");
        assertThat(till.page().locator(".reckoning .strong")).containsText("£4.00");
        till.page().locator("#refund-amount").fill("17");
        assertThat(till.page().locator(".reckoning .strong")).containsText("17.00");
        till.press("Enter");
        assertThat(till.sees("paid").locator(".sum")).containsText("17.00");
    }

    @Test
    void what_is_wrong_with_an_amount_stays_to_be_read(Screen screen) {
        TillWindow till = returning(screen);
        assertThat(till.page().locator(".reckoning .strong")).containsText("£17.00");
        till.page().clock().install();
        till.page().locator("#refund-amount").fill("99");
        till.press("Enter");
        Locator fault = till.page().locator("#refund-form .fault");
        assertThat(fault).isVisible();
        till.page().clock().fastForward(1000);
        assertThat(fault).isVisible();
        assertThat(fault).containsText("at most £17.00");
        assertThat(till.page().locator(".reckoning")).hasCount(0);
    }

    @Test
    void what_was_typed_on_is_not_confirmed_by_the_reckoning_of_what_stood_there_before(Screen screen) {
        TillWindow till = returning(screen);
        till.page().locator(".goods input").fill("1");
        assertThat(till.page().locator(".reckoning")).containsText("1.50");
        List<Route> held = new ArrayList<>();
        AtomicBoolean slow = new AtomicBoolean(true);
        till.page().route("**/refunds/calculation", route -> {
            if (slow.get()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        till.page().locator(".goods input").fill("2");
        till.press("Enter");
        assertThat(till.page().locator("dialog.outcome")).hasCount(0);
        slow.set(false);
        held.forEach(Route::resume);
        assertThat(till.page().locator(".reckoning .strong")).containsText("17.00");
        till.press("Enter");
        assertThat(till.sees("paid").locator(".sum")).containsText("17.00");
    }

    /** Two are sold for cash, and their sale is looked up to be given back. */
    private TillWindow returning(Screen screen) {
        TillWindow till = withTwo(screen);
        assertThat(till.total()).containsText("17.00");
        till.press("F2");
        till.page().locator("#received").fill("17");
        till.press("Enter");
        till.sees("paid");
        String sale = till.saleNumber();
        till.press("Enter");
        till.press("F7");
        till.page().locator("dialog [data-first]").fill(sale);
        till.press("Enter");
        return till;
    }

    /** Says who buys, by a code scanned into the dialog of offers. */
    private static void recognise(TillWindow till, String code) {
        assertThat(till.total()).containsText("17.00");
        till.press("F5");
        till.page().locator(".verdicts button").first().focus();
        till.scan(code);
    }

    /** A code their phone showed two minutes ago. */
    private static String old(Shop.Customer customer) {
        long step = PaymentCode.stepAt(Instant.now().minus(Duration.ofMinutes(2)));
        return PaymentCode.of(customer.device(), customer.secret(), step).digits();
    }

    /** Makes or changes a programme in which 100 points are worth 1.00; gives its id. */
    private String programme(String method, String path, String code, boolean active) {
        return counter.commandAs("manager")
                .body(("{\"code\":\"%s\",\"nameEn\":\"Tea points\",\"nameZh\":\"茶积分\",\"active\":%b,"
                                + "\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100,\"pendingDays\":14},"
                                + "\"lots\":{\"expiry\":\"AFTER_DAYS\",\"days\":365,\"returnDays\":30},"
                                + "\"exchange\":{\"points\":100,\"minor\":100,\"least\":100,\"percent\":50}}")
                        .formatted(code, active))
                .request(method, "api/v1/points-programmes" + path)
                .then()
                .statusCode(path.isEmpty() ? 201 : 200)
                .extract()
                .path("id");
    }

    private void give(Shop.Customer customer, String programme, int points) {
        String asked = counter.commandAs("cashier")
                .body("{\"programmeId\":\"" + programme + "\",\"points\":" + points + ",\"reason\":\"A test\"}")
                .post("api/v1/members/" + customer.id() + "/points/adjustments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        counter.commandAs("manager")
                .body("{\"approve\":true}")
                .post("api/v1/points-adjustments/" + asked + "/decision")
                .then()
                .statusCode(200);
    }

    private TillWindow withTwo(Screen screen) {
        TillWindow till = TillWindow.open(screen, counter);
        till.scanProduct(sku);
        till.scan(sku);
        return till;
    }

    private String promotion() {
        String terms = "{\"names\":{\"en\":\"Two for spring\",\"zh\":\"春茶两件优惠\"},\"currency\":\""
                + counter.access().currency() + "\",\"on\":{\"skus\":[\"" + sku
                + "\"]},\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":2000,\"off\":300}]}}";
        String id = counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"" + Instant.now().minusSeconds(60) + "\",\"limits\":{}}")
                .post("api/v1/promotions/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        act(id, "submit", "manager");
        act(id, "approve", "administrator");
        return id;
    }

    private void act(String id, String act, String role) {
        counter.commandAs(role)
                .post("api/v1/promotions/campaigns/" + id + "/" + act + "?version=1")
                .then()
                .statusCode(200);
    }

    private String voucher() {
        return voucher("GRANT", 10, "");
    }

    private String voucher(String way, int total, String limits) {
        String code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String form = ("{\"code\":\"%s\",\"nameEn\":\"Five off\",\"nameZh\":\"减五镑\",\"currency\":\"%s\","
                        + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500},\"openFrom\":\"%s\",\"openUntil\":\"%s\","
                        + "\"validDays\":14,\"way\":\"%s\",\"total\":%d%s}")
                .formatted(
                        code,
                        counter.access().currency(),
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(30)),
                        way,
                        total,
                        limits);
        String id = counter.commandAs("manager")
                .body(form)
                .post("api/v1/voucher-campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        move(id, "LIVE");
        return id;
    }

    private void move(String campaign, String state) {
        counter.commandAs("manager")
                .body("{\"state\":\"" + state + "\"}")
                .post("api/v1/voucher-campaigns/" + campaign + "/state")
                .then()
                .statusCode(200);
    }

    private void grant(String campaign, Shop.Customer customer) {
        counter.commandAs("manager")
                .body("{\"memberIds\":[\"" + customer.id() + "\"]}")
                .post("api/v1/voucher-campaigns/" + campaign + "/grants")
                .then()
                .statusCode(201);
    }
}
