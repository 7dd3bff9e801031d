package org.walletcounter.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.walletcounter.it.Patience.patiently;
import static org.walletcounter.it.browser.Accessibility.assertAccessible;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.it.ConsoleWindow;
import org.walletcounter.it.Patience;
import org.walletcounter.it.RunningCounter;
import org.walletcounter.it.Screen;
import org.walletcounter.it.WithCounter;

/** A lottery from the sale to the proof: tickets, draws, prizes, and every draw reckoned again once the seed is known. */
@WithCounter
class LotteryPagesIT {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(120), Duration.ofMillis(500));
    private static final ConsoleWindow CONSOLE = ConsoleWindow.ENGLISH.sized(1280, 900);

    /** Fifty phones draw at the same moment; each has a key of its own. */
    private static final String AT_ONCE = "async ([campaign, phones]) => Promise.all([...Array(phones)].map(async () =>"
            + " (await fetch(`/api/v1/me/tickets/${campaign}/draw`, {method: 'POST', body: '{}', headers: {'X-Counter': '1',"
            + " 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID()}})).status))";

    private static final String TWICE = "async (campaign) => { const key = crypto.randomUUID(); const ask = async () =>"
            + " (await (await fetch(`/api/v1/me/tickets/${campaign}/draw`, {method: 'POST', body: '{}', headers:"
            + " {'X-Counter': '1', 'Content-Type': 'application/json', 'Idempotency-Key': key}})).json()).id;"
            + " return [await ask(), await ask()]; }";

    private final List<String> running = new ArrayList<>();
    private RunningCounter counter;
    private Shop shop;

    @BeforeEach
    void open(RunningCounter one) {
        counter = one;
        shop = new Shop(one);
    }

    @AfterEach
    void end() {
        running.forEach(id -> act("manager", id, "end"));
        assertThat(counter.as("administrator")
                        .get("api/v1/ledger/check")
                        .jsonPath()
                        .getList("findings"))
                .isEmpty();
        assertThat(counter.as("manager").get("api/v1/vouchers/check").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void a_sale_gives_tickets_they_are_drawn_once_and_every_draw_is_reckoned_again(Screen screen)
            throws InterruptedException, GeneralSecurityException {
        String vouchers = vouchers();
        // the mug comes with all but certainty, once; then the voucher stands in for it
        String lottery = live(
                "Spring draw",
                "\"kind\":\"lottery\",\"each\":1000,\"mostTickets\":10,\"drawDays\":0,"
                        + "\"substitute\":\"VOU\",\"prizes\":["
                        + prize("MUG", "Tea mug", "茶杯", 1_000_000, 1, "")
                        + ","
                        + prize(
                                "VOU",
                                "Five off",
                                "五元券",
                                1,
                                100,
                                ",\"gives\":\"VOUCHER\",\"voucherCampaignId\":\"" + vouchers + "\"")
                        + "]");
        String random = live(
                "Lucky minus",
                "\"kind\":\"randomOff\",\"chances\":[{\"weight\":3,\"off\":50}," + "{\"weight\":1,\"off\":200}]");
        JsonPath odds = counter.as("cashier").get("api/v1/lotteries/" + lottery).jsonPath();
        assertThat(odds.getString("commitment")).hasSize(64);
        assertThat(odds.getString("seed")).isNull();
        assertThat(odds.getInt("editions[0].chances[0].left")).isEqualTo(1);
        assertThat(counter.as("manager")
                        .get("api/v1/promotions/campaigns/" + lottery)
                        .asString())
                .doesNotContain("seed");

        Shop.Customer customer = shop.customer(100_000);
        String sale = "IT-" + UUID.randomUUID();
        long payable = quote(sale, customer, 6);
        assertThat(quote(sale, customer, 6)).isEqualTo(payable);
        long off = 6_000 - payable;
        assertThat(off).isIn(50L, 200L);
        pay(sale, customer, 6, payable);

        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        Locator link = phone.locator(".standing a[href='#lottery']");
        assertThat(link).containsText("6 tickets to draw", patiently());
        link.click();
        assertThat(phone.locator(".lot")).containsText("Spring draw", patiently());
        phone.locator(".lot summary").first().click();
        assertThat(phone.locator(".odds").first()).containsText("1,000,000 in 1,000,001", patiently());
        screen.photograph(phone, "phone-lottery-odds");
        assertAccessible(phone);
        phone.locator(".lot button.primary").click();
        assertThat(phone.locator("dialog.drawing h1")).containsText("Tea mug", patiently());
        String code = phone.locator("dialog.drawing .code").textContent();
        phone.waitForTimeout(600);
        screen.photograph(phone, "phone-lottery-won");
        assertAccessible(phone);
        phone.locator("dialog.drawing button").click();
        assertThat(phone.locator(".lot")).containsText("5 tickets to draw", patiently());

        List<?> same = (List<?>) phone.evaluate(TWICE, lottery);
        assertThat(same.get(0)).isNotNull().isEqualTo(same.get(1));
        List<?> answers = (List<?>) phone.evaluate(AT_ONCE, List.of(lottery, 50));
        assertThat(answers.stream().map(Object::toString))
                .filteredOn("201"::equals)
                .hasSize(4);
        assertThat(answers.stream().map(Object::toString))
                .filteredOn("422"::equals)
                .hasSize(46);
        phone.reload();
        assertThat(phone.locator(".movements").first()).containsText("Tea mug", patiently());
        await(() -> counter.as("cashier")
                        .get("api/v1/vouchers?memberId=" + customer.id())
                        .jsonPath()
                        .getList("items")
                        .size()
                == 5);
        phone.reload();
        assertThat(phone.locator(".movements").first()).containsText("In your wallet", patiently());
        screen.photograph(phone, "phone-lottery");
        phone.navigate(counter.address() + "me/?lang=zh#lottery");
        assertThat(phone.locator(".movements").first()).containsText("茶杯", patiently());
        screen.photograph(phone, "phone-lottery-zh");
        assertAccessible(phone);

        handOver(screen, code, customer);
        counter.as("manager")
                .get("api/v1/lotteries/" + lottery + "/figures")
                .then()
                .body("tickets", equalTo(6))
                .body("drawn", equalTo(6))
                .body("prizes[0].left", equalTo(0))
                .body("prizes[0].out", equalTo(1))
                .body("prizes[1].won", equalTo(5))
                .body("prizes[1].left", equalTo(95));
        counter.as("manager")
                .get("api/v1/lotteries/" + lottery + "/draws")
                .then()
                .statusCode(422)
                .body("code", equalTo("transactions.NOT_REVEALED_YET"));

        act("manager", lottery, "end");
        act("manager", random, "end");
        running.clear();
        await(() -> counter.as("manager")
                        .get("api/v1/lotteries/" + lottery)
                        .jsonPath()
                        .getString("seed")
                != null);
        await(() -> counter.as("manager")
                        .get("api/v1/lotteries/" + random)
                        .jsonPath()
                        .getString("seed")
                != null);
        pageByPage(lottery);
        reckonAgain(lottery, 1_000_001);
        reckonAgain(random, sale, off);
        Page console = CONSOLE.signedInOnce(counter, screen, "manager", "console/promotion.xhtml?id=" + lottery);
        assertThat(console.locator("section[aria-labelledby='lottery-title']")).containsText("Made known");
        screen.photograph(console, "promotion-lottery");
        assertAccessible(console);
        console.locator("[id='language:zh']").click();
        console.waitForLoadState();
        screen.photograph(console, "promotion-lottery-zh");
        console.locator("[id='language:en']").click();
        console.waitForLoadState();
        phone.reload();
        phone.locator(".group > details.terms > summary").last().click();
        screen.photograph(phone, "phone-lottery-seed-zh");
    }

    @Test
    void a_returned_sale_takes_undrawn_tickets_and_unclaimed_prizes_back(Screen screen) throws InterruptedException {
        String lottery = live(
                "Autumn draw",
                "\"kind\":\"lottery\",\"each\":1000,\"mostTickets\":10,\"draws\":2," + "\"prizes\":["
                        + prize("CUP", "Cup", "杯子", 1, 100, "") + "]");
        Shop.Customer customer = shop.customer(100_000);
        String payment = pay("IT-" + UUID.randomUUID(), customer, 4, 4_000);
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        assertThat(phone.evaluate(AT_ONCE, List.of(lottery, 1)).toString()).isEqualTo("[201]");
        assertThat(left(lottery)).isEqualTo(99);
        assertThat(prizesBack(payment, 1)).as("its ticket was not drawn").isEmpty();
        back(payment, 1);
        assertThat(waiting(phone)).isEqualTo(2);
        assertThat(phone.evaluate(AT_ONCE, List.of(lottery, 1)).toString()).isEqualTo("[201]");
        // two are drawn and that is as many as one member may draw; the third ticket stays
        assertThat(phone.evaluate(AT_ONCE, List.of(lottery, 1)).toString()).isEqualTo("[422]");
        String code = counter.as("cashier")
                .get("api/v1/prizes?memberId=" + customer.id())
                .jsonPath()
                .getString("items[0].code");
        String first = counter.as("cashier")
                .get("api/v1/prizes?code=" + code)
                .jsonPath()
                .getString("items[0].id");
        handOver(first, 201);
        handOver(first, 409);
        assertThat(prizesBack(payment, 3)).containsExactly("KEPT 1 Cup", "PUT_BACK 1 Cup");
        assertThat(left(lottery)).as("reckoning changes nothing").isEqualTo(98);
        back(payment, 3);
        assertThat(waiting(phone)).isZero();
        assertThat(left(lottery)).as("the prize that was not claimed is back").isEqualTo(99);
        counter.as("cashier")
                .get("api/v1/prizes?memberId=" + customer.id())
                .then()
                .body("items.size()", equalTo(0));
        phone.navigate(counter.address() + "me/#lottery");
        assertThat(phone.locator(".movements").first()).containsText("Taken back", patiently());
    }

    @Test
    void a_prize_is_handed_over_at_the_till_and_a_refund_says_what_becomes_of_the_others(Screen screen) {
        String lottery = live(
                "Till draw",
                "\"kind\":\"lottery\",\"each\":1000,\"mostTickets\":10,\"prizes\":["
                        + prize("CUP", "Cup", "杯子", 1, 100, "") + "]");
        Shop.Customer customer = shop.customer(100_000);
        String payment = pay("IT-" + UUID.randomUUID(), customer, 3, 3_000);
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        assertThat(phone.evaluate(AT_ONCE, List.of(lottery, 3)).toString()).isEqualTo("[201, 201, 201]");
        waitInPages(customer);
        String code = counter.as("cashier")
                .get("api/v1/prizes?memberId=" + customer.id())
                .jsonPath()
                .getString("items[0].code");

        TillWindow till = TillWindow.open(screen, counter);
        Page page = till.page();
        type(till, code.substring(0, 4).toLowerCase(Locale.ROOT) + " " + code.substring(4));
        Locator prize = page.locator("dialog[open]:has(.prize-name)");
        assertThat(prize).containsText("Cup", patiently());
        assertThat(prize).containsText("R***", patiently());
        assertThat(prize).containsText("Waits for its winner");
        screen.photograph(page, "till-prize");
        assertAccessible(page);
        till.press("Enter");
        assertThat(page.locator(".toast")).containsText("Handed over: Cup", patiently());
        till.scan(code);
        assertThat(prize).containsText("Do not give a second one", patiently());
        assertThat(prize.locator("footer button")).hasCount(0);
        till.press("Escape");
        type(till, "ZZZZ 9999");
        assertThat(page.locator(".toast")).containsText("No product, voucher or prize", patiently());
        till.press("Escape");

        till.press("F8");
        till.scan(customer.phone());
        Locator line = page.locator("dialog[open] .waiting-prizes button");
        assertThat(line).containsText("2 prizes to hand over", patiently());
        line.click();
        assertThat(page.locator("dialog[open] .rows li")).hasCount(2);
        till.press("Enter");
        assertThat(prize).containsText("Waits for its winner", patiently());
        till.press("Escape");

        till.press("F7");
        till.scan(saleNumber(payment));
        page.locator(".goods input").fill("3");
        Locator reckoning = page.locator(".reckoning");
        assertThat(reckoning).containsText("Prize the customer keeps1 × Cup", patiently());
        assertThat(reckoning).containsText("Prize taken back, not handed out yet2 × Cup");
        reckoning.scrollIntoViewIfNeeded();
        screen.photograph(page, "till-refund-prizes");

        Page console = CONSOLE.signedInOnce(counter, screen, "manager", "console/transaction.xhtml?id=" + payment);
        console.locator("[data-opens='refunding']").click();
        console.locator("[id='refund:extent:1']").check();
        console.locator(".field--goods input").fill("3");
        console.locator("[id='refund:reason']").selectOption("returned");
        console.locator("[id='refund:calculate']").click();
        Locator pairs = console.locator("dl.reckoning");
        assertThat(pairs).containsText("Prize the customer keeps", patiently());
        assertThat(pairs).containsText("2 × Cup");
        pairs.scrollIntoViewIfNeeded();
        screen.photograph(console, "transaction-refund-prizes");
    }

    /** Whoever reads until no page follows has seen every draw. */
    private void pageByPage(String lottery) {
        List<Integer> serials = new ArrayList<>();
        String after = "0";
        while (after != null) {
            JsonPath page = counter.as("manager")
                    .queryParam("after", after)
                    .queryParam("limit", 4)
                    .get("api/v1/lotteries/" + lottery + "/draws")
                    .jsonPath();
            serials.addAll(page.<Integer>getList("items.serial"));
            after = page.getString("after");
        }
        assertThat(serials).containsExactly(1, 2, 3, 4, 5, 6);
    }

    /** By hand: slower than a scanner. */
    private static void type(TillWindow till, String text) {
        till.page().locator("#search").fill(text);
        till.press("Enter");
    }

    private String saleNumber(String payment) {
        return counter.as("cashier")
                .get("api/v1/payments/" + payment)
                .jsonPath()
                .getString("saleNumber");
    }

    private List<String> prizesBack(String payment, int pieces) {
        return counter.as("manager")
                .contentType("application/json")
                .body("{\"lines\":[{\"line\":1,\"quantity\":" + pieces + "}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + payment + "/refunds/calculation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("prizesBack.collect { it.becomes + ' ' + it.count + ' ' + it.names.en }", String.class);
    }

    @Test
    void points_and_money_are_won_too(Screen screen) throws InterruptedException {
        String programme = programme(true, null);
        String lottery = live(
                "Coin draw",
                "\"kind\":\"lottery\",\"each\":1000,\"mostTickets\":10,\"substitute\":\"PTS\","
                        + "\"prizes\":[" + prize("COIN", "Coins", "红包", 1_000_000, 1, ",\"gives\":\"CREDIT\"") + ","
                        + prize("PTS", "Points", "积分", 1, 5, ",\"gives\":\"POINTS\",\"points\":77") + "]");
        Shop.Customer customer = shop.customer(100_000);
        pay("IT-" + UUID.randomUUID(), customer, 2, 2_000);
        Page phone = CustomerIT.signedIn(counter, screen, shop, customer);
        assertThat(phone.evaluate(AT_ONCE, List.of(lottery, 2)).toString()).isEqualTo("[201, 201]");
        await(() -> customer.balance() == 100_000 - 2_000 + 500);
        await(() -> phone.evaluate(
                        "async () => JSON.stringify((await (await fetch('/api/v1/me/points')).json()).points)")
                .toString()
                .contains("\"available\":77"));
        programme(false, programme);
    }

    @Test
    void a_manager_fills_in_prizes_and_reads_what_the_lottery_says(Screen screen) {
        Page page = CONSOLE.signedInOnce(counter, screen, "manager", "console/promotion-edit.xhtml?kind=lottery");
        page.locator("[id^='edit:benefit']").first().waitFor();
        assertThat(page.locator("h2:has-text('2 ·')")).isVisible();
        screen.photograph(page, "promotion-edit-lottery");
        assertAccessible(page);
        page.locator("[id='language:zh']").click();
        page.waitForLoadState();
        screen.photograph(page, "promotion-edit-lottery-zh");
        page.locator("[id='language:en']").click();
        page.waitForLoadState();
    }

    private void handOver(Screen screen, String code, Shop.Customer customer) {
        Page desk = CONSOLE.signedInOnce(counter, screen, "manager", "console/prizes.xhtml");
        screen.photograph(desk, "prizes");
        desk.locator("#code").fill(code);
        desk.keyboard().press("Enter");
        assertThat(desk.locator("tbody tr")).hasCount(1);
        assertThat(desk.locator("tbody a:has-text('Show the member')"))
                .hasAttribute("href", "member.xhtml?id=" + customer.id());
        assertAccessible(desk);
        desk.locator("tbody a.button").click();
        assertThat(desk.locator(".banner--done")).containsText("Tea mug", patiently());
        desk.navigate(counter.address() + "console/prizes.xhtml?code=" + code.replace(" ", ""));
        assertThat(desk.locator("tbody")).containsText("Handed over");
        assertThat(desk.locator("tbody a.button")).hasCount(0);
        desk.locator("[id='language:zh']").click();
        desk.waitForLoadState();
        screen.photograph(desk, "prizes-zh");
        desk.locator("[id='language:en']").click();
        desk.waitForLoadState();
    }

    /** Three wait, two on the first page. */
    private void waitInPages(Shop.Customer customer) {
        String list = "api/v1/prizes?limit=2&memberId=" + customer.id();
        JsonPath first = counter.as("cashier").get(list).jsonPath();
        assertThat(first.getList("items.id")).hasSize(2);
        JsonPath second = counter.as("cashier")
                .get(list + "&after=" + first.getString("after"))
                .jsonPath();
        assertThat(second.getList("items.id")).hasSize(1).doesNotContainAnyElementsOf(first.getList("items.id"));
        assertThat(second.getString("after")).isNull();
        counter.as("cashier")
                .get(list + "&after=nowhere")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.BAD_CURSOR"));
    }

    private void handOver(String id, int status) {
        counter.commandAs("cashier")
                .body("{}")
                .post("api/v1/prizes/" + id + "/hand-over")
                .then()
                .statusCode(status);
    }

    /** Reckons every draw of the sheet with nothing but the seed. */
    private void reckonAgain(String lottery, long weights) throws GeneralSecurityException {
        byte[] seed = seed(lottery);
        List<String> lines = counter.as("manager")
                .get("api/v1/lotteries/" + lottery + "/draws.csv")
                .asString()
                .lines()
                .skip(1)
                .toList();
        assertThat(lines).hasSize(6);
        long mugs = 1;
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            assertThat(cells[3]).startsWith(lottery + ":" + (i + 1) + ":");
            BigInteger hash = hmac(seed, cells[3]);
            assertThat(cells[4]).isEqualTo(String.format("%064x", hash));
            long number = hash.mod(BigInteger.valueOf(weights)).longValueExact();
            assertThat(cells[5]).isEqualTo(Long.toString(number));
            String meant = number < 1_000_000 ? "MUG" : "VOU";
            assertThat(cells[7]).isEqualTo(meant);
            assertThat(cells[9]).isEqualTo(meant.equals("MUG") && mugs > 0 ? "MUG" : "VOU");
            mugs -= cells[9].equals("MUG") ? 1 : 0;
        }
    }

    private void reckonAgain(String random, String sale, long off) throws GeneralSecurityException {
        long number = hmac(seed(random), random + ":" + sale)
                .mod(BigInteger.valueOf(4))
                .longValueExact();
        assertThat(number < 3 ? 50L : 200L).isEqualTo(off);
        counter.as("manager")
                .get("api/v1/lotteries/" + random + "/reductions")
                .then()
                .body("items.saleNumber", hasItem(sale))
                .body("items[0].value", equalTo((int) number))
                .body("items[0].off", equalTo((int) off))
                .body("after", nullValue());
    }

    private byte[] seed(String campaign) throws GeneralSecurityException {
        JsonPath odds =
                counter.as("manager").get("api/v1/lotteries/" + campaign).jsonPath();
        byte[] seed = HexFormat.of().parseHex(odds.getString("seed"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(seed);
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(odds.getString("commitment"));
        return seed;
    }

    private static BigInteger hmac(byte[] seed, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        return new BigInteger(1, mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private long left(String lottery) {
        return counter.as("manager")
                .get("api/v1/lotteries/" + lottery)
                .jsonPath()
                .getLong("editions[0].chances[0].left");
    }

    private static int waiting(Page phone) {
        return Integer.parseInt(phone.evaluate(
                        "async () => (await (await fetch('/api/v1/me/tickets')).json()).waiting.reduce((sum, each) => sum"
                                + " + each.tickets, 0)")
                .toString());
    }

    private static String prize(String code, String en, String zh, int weight, int stock, String more) {
        return "{\"code\":\"" + code + "\",\"names\":{\"en\":\"" + en + "\",\"zh\":\"" + zh + "\"},\"weight\":" + weight
                + ",\"stock\":" + stock + ",\"worth\":500" + more + "}";
    }

    private String live(String name, String benefit) {
        String terms = "{\"names\":{\"en\":\"" + name + "\",\"zh\":\"" + name + "\"},\"currency\":\""
                + counter.access().currency() + "\",\"benefit\":{" + benefit + "}}";
        String id = counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"" + Instant.now().minusSeconds(60) + "\",\"limits\":{}}")
                .post("api/v1/promotions/campaigns")
                .then()
                .log()
                .ifError()
                .statusCode(201)
                .extract()
                .path("id");
        running.add(id);
        act("manager", id, "submit");
        act("administrator", id, "approve");
        return id;
    }

    private void act(String role, String id, String act) {
        counter.commandAs(role)
                .post("api/v1/promotions/campaigns/" + id + "/" + act + "?version=1")
                .then()
                .statusCode(200);
    }

    private String vouchers() {
        String id = counter.commandAs("manager")
                .body(("{\"code\":\"L-%s\",\"nameEn\":\"Five off\",\"nameZh\":\"五元券\",\"currency\":\"%s\",\"worth\":"
                                + "{\"kind\":\"AMOUNT\",\"off\":500},\"openFrom\":\"%s\",\"openUntil\":\"%s\","
                                + "\"validDays\":14,\"way\":\"GRANT\",\"total\":100}")
                        .formatted(
                                UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                                counter.access().currency(),
                                Instant.now().minusSeconds(60),
                                Instant.now().plus(Duration.ofDays(30))))
                .post("api/v1/voucher-campaigns")
                .then()
                .log()
                .ifError()
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

    private String programme(boolean active, @org.jspecify.annotations.Nullable String id) {
        String body = "{\"code\":\"a-lottery\",\"nameEn\":\"Lottery points\",\"nameZh\":\"抽奖积分\",\"active\":" + active
                + ",\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100000000,\"pendingDays\":0,"
                + "\"multipliers\":[]},\"lots\":{\"expiry\":\"AFTER_DAYS\",\"days\":365,\"returnDays\":30},"
                + "\"exchange\":{\"points\":100,\"minor\":100,\"least\":100,\"percent\":50,\"cap\":null,\"from\":null,"
                + "\"until\":null}}";
        return id == null
                ? counter.commandAs("manager")
                        .body(body)
                        .post("api/v1/points-programmes")
                        .then()
                        .log()
                        .ifError()
                        .statusCode(201)
                        .extract()
                        .path("id")
                : counter.as("manager")
                        .contentType("application/json")
                        .body(body)
                        .put("api/v1/points-programmes/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
    }

    private long quote(String sale, Shop.Customer customer, int pieces) {
        return counter.as("cashier")
                .contentType("application/json")
                .body("{" + place(sale, customer, pieces) + ",\"pricing\":{},\"tenders\":[\"CASH\"]}")
                .post("api/v1/payments/quote")
                .then()
                .log()
                .ifError()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("payable.amount");
    }

    private String pay(String sale, Shop.Customer customer, int pieces, long minor) {
        String money =
                "{\"amount\":" + minor + ",\"currency\":\"" + counter.access().currency() + "\"}";
        return counter.commandAs("cashier")
                .body("{" + place(sale, customer, pieces) + ",\"pricing\":{},\"amount\":" + money
                        + ",\"tenders\":[{\"kind\":\"WALLET\",\"amount\":" + money + ",\"received\":null}]}")
                .post("api/v1/payments")
                .then()
                .log()
                .ifError()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String place(String sale, Shop.Customer customer, int pieces) {
        return "\"storeId\":\"" + counter.access().store() + "\",\"tillId\":\""
                + counter.access().till() + "\",\"saleNumber\":\"" + sale
                + "\",\"lines\":[{\"text\":\"Goods\",\"quantity\":" + pieces + ",\"unitAmount\":1000}],\"shown\":\""
                + customer.code() + "\"";
    }

    private void back(String payment, int pieces) {
        counter.commandAs("cashier")
                .body("{\"lines\":[{\"line\":1,\"quantity\":" + pieces + "}],\"reason\":\"returned\"}")
                .post("api/v1/payments/" + payment + "/refunds")
                .then()
                .log()
                .ifError()
                .statusCode(201);
    }

    private static void await(BooleanSupplier there) throws InterruptedException {
        assertThat(PATIENCE.await(there)).isTrue();
    }
}
