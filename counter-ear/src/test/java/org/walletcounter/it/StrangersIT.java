package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.Ids;

/**
 * What belongs to another merchant does not exist: every operation of the API that names something by its id is asked for
 * a rival's, with keys that may do anything at home. The list of operations comes from the server's own API document, so
 * that a new one cannot be forgotten here.
 */
@WithCounter
class StrangersIT {

    private static final String BASE = "/api/v1";

    /** Operations whose path names nothing of a merchant's, and why. */
    private static final Map<String, String> NOBODYS = Map.of(
            "GET /reports/{code}", "the code is the name of a report",
            "GET /receipts/{token}", "the token is the right: whoever has it may see the receipt");

    /** What is for strangers too: to sign in and out, to read what one agrees to, and receipts, whose token is the right. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "POST /session",
            "DELETE /session",
            "POST /me/sign-in-codes",
            "POST /me/session",
            "DELETE /me/session",
            "GET /me/privacy-notice",
            "GET /receipts/{token}");

    /**
     * Resources of a customer's own session: they know no other member than the one who signed in, so there is nothing of
     * a member of somebody else's to name. A key is no member and gets nothing of one there; what is no member's own, as
     * the odds of a lottery, is the same code as the resource of that name outside.
     */
    private static final Set<String> OF_A_SESSION = Set.of("me");

    /** A list that belongs to a place: where the place does not exist, neither does the list. All others are empty. */
    private static final String OF_A_PLACE = "parked-sales?storeId=";

    private static final String TAX = "{\"code\":\"VAT\",\"nameEn\":\"VAT\",\"nameZh\":\"增值税\",\"basisPoints\":2000,"
            + "\"from\":\"2099-01-01\"}";

    private static final String TIERS = "{\"measure\":\"SPEND\",\"windowDays\":365,\"keepDays\":90,\"graceDays\":30,"
            + "\"downgrade\":\"ONE_DOWN\",\"tiers\":[{\"code\":\"RIVALS\",\"nameEn\":\"Rival\",\"nameZh\":\"对手\","
            + "\"threshold\":100}]}";

    private static final String DRAFT = "{\"terms\":{\"names\":{\"en\":\"Off\",\"zh\":\"减\"},\"currency\":\"GBP\","
            + "\"benefit\":{\"kind\":\"amountOff\",\"off\":100}},\"from\":\"2026-11-01T00:00:00Z\",\"limits\":{}}";

    /** Two voucher campaigns of the asking merchant's own, one by codes and one by grants. */
    private record Own(String campaign, String code, String granting) {

        static Own of(RunningCounter counter) {
            String campaign = live(counter, RivalVouchers.draft());
            String codes = BASE + "/voucher-campaigns/" + campaign + "/codes";
            String batch = counter.commandAs("manager")
                    .body("{\"label\":\"Ours\",\"count\":1}")
                    .post(codes)
                    .path("id");
            String[] lines =
                    counter.as("manager").get(codes + "/" + batch).asString().split("\r\n");
            return new Own(
                    campaign, lines[1], live(counter, RivalVouchers.draft().replace("CODE", "GRANT")));
        }

        private static String live(RunningCounter counter, String draft) {
            String id = made(counter.commandAs("manager").body(draft), "voucher-campaigns");
            made(counter.commandAs("manager").body("{\"state\":\"LIVE\"}"), "voucher-campaigns/" + id + "/state");
            return id;
        }

        String shownFor(String member) {
            return "{\"code\":\"" + code + "\",\"memberId\":\"" + member + "\"}";
        }
    }

    /** What the rival has. */
    private record Belongings(
            String member,
            String payment,
            String product,
            String sku,
            String parked,
            String runningImport,
            String promotion,
            String backTest,
            String prices,
            String taxRate,
            String tap,
            String lottery,
            String prize,
            RivalVouchers vouchers,
            RivalPoints points) {}

    @AfterEach
    void end(RunningCounter counter) {
        OnOffer.end(counter);
    }

    @Test
    void nothing_of_another_merchants_can_be_seen_or_changed(RunningCounter counter) throws SQLException, IOException {
        Rival rival = Rival.of(counter);
        Belongings theirs = belongings(counter, rival);
        Map<String, String> requests = requests(theirs, programme(counter));
        assertThat(operations(counter)).as("operations with an id").isEqualTo(new TreeSet<>(requests.keySet()));
        Map<String, String> answers = new TreeMap<>();
        requests.forEach((operation, body) -> {
            Response answer = ask(counter, operation, path(operation, theirs), body);
            if (answer.statusCode() != 404) {
                answers.put(operation, answer.statusCode() + " " + answer.body().asString());
            }
        });
        assertThat(answers).as("operations that answered").isEmpty();
        stillTheirs(rival, theirs);
    }

    @Test
    void lists_and_commands_do_not_reach_into_another_merchants_store(RunningCounter counter)
            throws SQLException, IOException {
        Rival rival = Rival.of(counter);
        Belongings theirs = belongings(counter, rival);
        Map<String, String> lists = lists(rival, theirs);
        lists.forEach((list, id) -> {
            Response shown = rival.as("administrator").get(BASE + "/" + list);
            assertThat(shown.statusCode()).as("%s, to those whose it is", list).isEqualTo(200);
            assertThat(shown.asString()).as("%s, to those whose it is", list).contains(id);
            Response answer = counter.as("administrator").get(BASE + "/" + list);
            assertThat(answer.statusCode()).as(list).isEqualTo(list.startsWith(OF_A_PLACE) ? 404 : 200);
            assertThat(answer.asString()).as(list).doesNotContain(lists.values());
        });
        counter.as("administrator")
                .get(BASE + "/board?storeId=" + rival.store())
                .then()
                .statusCode(404);
        counter.as("administrator")
                .get(BASE + "/reports/daily-sales?format=PDF&language=en&from=2026-01-01&to=2026-01-01&storeId="
                        + rival.store())
                .then()
                .statusCode(404);
        Sales sales = new Sales(counter);
        String elsewhere =
                sales.cash(Shopper.newSale(), 100).replace(counter.access().store(), rival.store());
        sales.pay(elsewhere).then().statusCode(404);
        String otherTill =
                sales.cash(Shopper.newSale(), 100).replace(counter.access().till(), rival.till());
        sales.pay(otherTill).then().statusCode(404);
    }

    @Test
    void a_command_reaches_nothing_of_another_merchants_that_its_body_or_a_second_id_names(RunningCounter counter)
            throws SQLException, IOException {
        Rival rival = Rival.of(counter);
        Belongings theirs = belongings(counter, rival);
        String programme = programme(counter);
        String gift = made(counter.commandAs("manager").body(RivalPoints.gift(programme)), "points-gifts");
        counter.commandAs("manager").body("{\"pieces\":5}").post(BASE + "/points-gifts/" + gift + "/stock");
        String member = Shopper.with(counter, 0).id();
        RivalVouchers vouchers = theirs.vouchers();
        Own own = Own.of(counter);
        Map<String, String> commands = new TreeMap<>(Map.of(
                "vouchers/by-code",
                "{\"code\":\"" + vouchers.code() + "\"}",
                "vouchers/by-code?for=theirs",
                own.shownFor(theirs.member()),
                "vouchers/holds",
                RivalVouchers.holding(vouchers.voucher()),
                "vouchers/holds/release",
                "{\"holds\":[\"" + vouchers.hold() + "\"]}",
                "points-gifts",
                RivalPoints.gift(theirs.points().programme()),
                "points-gifts/" + gift + "/given",
                RivalPoints.giving(theirs.member()),
                "members/" + member + "/points/adjustments",
                RivalPoints.correction(theirs.points().programme())));
        commands.forEach((command, body) -> assertThat(counter.commandAs("administrator")
                        .body(body)
                        .post(BASE + "/" + command)
                        .statusCode())
                .as(command)
                .isEqualTo(404));
        String codes = BASE + "/voucher-campaigns/" + own.campaign() + "/codes/" + vouchers.batch();
        for (String file : List.of(codes, codes + "/sheet.pdf?format=PDF&language=en")) {
            counter.as("administrator").get(file).then().statusCode(404);
        }
        counter.commandAs("administrator")
                .body("{\"memberIds\":[\"" + theirs.member() + "\"]}")
                .post(BASE + "/voucher-campaigns/" + own.granting() + "/grants")
                .then()
                .statusCode(201)
                .body("granted", equalTo(0))
                .body("refused[0].why", equalTo("NO_SUCH_MEMBER"));
        stillTheirs(rival, theirs);
    }

    /** Operations of a session are none of a key's; these name something that could be another house's. */
    @Test
    void a_members_phone_reaches_no_other_houses_campaign_or_reminder(RunningCounter counter)
            throws SQLException, InterruptedException {
        Rival rival = Rival.of(counter);
        String campaign =
                made(rival.as("manager").body(RivalVouchers.draft().replace("CODE", "TAKE")), "voucher-campaigns");
        made(rival.as("manager").body("{\"state\":\"LIVE\"}"), "voucher-campaigns/" + campaign + "/state");
        String reminder = rival.reminder(campaign, UUID.randomUUID().toString());
        SignedIn member = SignedIn.with(counter);
        String follow = BASE + "/me/vouchers/campaigns/" + campaign + "/follow";
        member.request().put(follow).then().statusCode(404).body("code", equalTo("vouchers.NO_SUCH_CAMPAIGN"));
        member.request().delete(follow).then().statusCode(404).body("code", equalTo("vouchers.NO_SUCH_CAMPAIGN"));
        member.request()
                .put(BASE + "/me/reminders/" + reminder + "/seen")
                .then()
                .statusCode(404)
                .body("code", equalTo("vouchers.NO_SUCH_REMINDER"));
        member.request().put(BASE + "/me/reminders/seen").then().statusCode(204);
        assertThat(member.request().get(BASE + "/me/vouchers").asString()).doesNotContain(campaign);
        assertThat(member.request().get(BASE + "/me/reminders").asString()).doesNotContain(campaign, reminder);
        assertThat(seen(rival, "voucher-campaigns/" + campaign + "/figures").getLong("followers"))
                .isZero();
    }

    /** Where a prize was handed over is written down for good. */
    @Test
    void a_prize_is_handed_over_in_no_other_houses_store(RunningCounter counter) throws SQLException {
        Rival rival = Rival.of(counter);
        String member = UUID.randomUUID().toString();
        String prize = rival.prize(UUID.randomUUID().toString(), member);
        String handOver = BASE + "/prizes/" + prize + "/hand-over";
        for (String elsewhere :
                List.of(counter.access().store(), UUID.randomUUID().toString())) {
            rival.as("cashier")
                    .body("{\"storeId\":\"" + elsewhere + "\"}")
                    .post(handOver)
                    .then()
                    .statusCode(404);
        }
        assertThat(seen(rival, "prizes?memberId=" + member).getList("items.state"))
                .isEqualTo(List.of("TO_HAND_OVER"));
        rival.as("cashier")
                .body("{\"storeId\":\"" + rival.store() + "\"}")
                .post(handOver)
                .then()
                .statusCode(201)
                .body("state", equalTo("HANDED_OVER"));
    }

    @Test
    void tiers_are_each_merchants_own(RunningCounter counter) throws SQLException {
        Rival rival = Rival.of(counter);
        String before = counter.as("administrator").get(BASE + "/tiers").asString();
        rival.as("manager").body(TIERS).put(BASE + "/tiers").then().statusCode(200);
        assertThat(counter.as("administrator").get(BASE + "/tiers").asString())
                .isEqualTo(before)
                .doesNotContain("RIVALS");
        rival.as("cashier").get(BASE + "/tiers").then().statusCode(200).body("tiers[0].code", equalTo("RIVALS"));
    }

    @Test
    void a_campaigns_figures_are_its_merchants_own(RunningCounter counter) throws SQLException {
        Rival rival = Rival.of(counter);
        String promotion = made(rival.as("manager").body("""
                {"terms":{"names":{"en":"Autumn","zh":"秋季"},"currency":"GBP",
                 "benefit":{"kind":"ladder","steps":[{"from":10000,"off":2000}]},
                 "stacking":{"group":"autumn","atMost":1,"base":"DISCOUNTED"},
                 "funding":{"parts":[{"party":"merchant","basisPoints":10000}]}},
                 "from":"2026-11-01T00:00:00Z","until":"2036-12-01T00:00:00Z","limits":{}}"""), "promotions/campaigns");
        String figures = BASE + "/promotions/campaigns/" + promotion + "/figures";
        rival.as("manager")
                .get(figures + "?from=2026-11-01&to=2026-11-30")
                .then()
                .statusCode(200)
                .body("kind", equalTo("PROMOTION"))
                .body("whole.sales", equalTo(0))
                .body("whole.cost.amount", equalTo(0));
        rival.as("manager")
                .get(figures + "?from=2026-11-30&to=2026-11-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("reporting.SPAN_INVALID"));
        rival.as("cashier").get(figures).then().statusCode(403);
        for (String role : List.of("manager", "analyst", "administrator")) {
            counter.as(role).get(figures).then().statusCode(404).body("code", equalTo("reporting.NO_SUCH_CAMPAIGN"));
        }
    }

    /** Nobody's text is looked at before it is known whose it is: "{" alone would be told as malformed. */
    @Test
    void whom_nobody_knows_is_refused_before_their_body_is_read(RunningCounter counter) {
        Map<String, String> answers = new TreeMap<>();
        String something = UUID.randomUUID().toString();
        for (String operation : described(counter)) {
            String method = operation.substring(0, operation.indexOf(' '));
            String path = operation
                    .substring(method.length() + 1)
                    .replace("{act}", "submit")
                    .replaceAll("\\{[^}]+}", something);
            RequestSpecification request = counter.anybody().header("X-Counter", "1");
            if (!method.equals("GET")) {
                request.contentType("application/json").body("{");
            }
            Response answer = request.request(method, BASE + path);
            boolean refused = answer.statusCode() == 401 && answer.asString().contains("kernel.NOT_SIGNED_IN");
            if (refused == FOR_EVERYBODY.contains(operation)) {
                answers.put(operation, answer.statusCode() + " " + answer.asString());
            }
        }
        assertThat(answers).as("operations that answered strangers, or did not").isEmpty();
    }

    /** Where strangers may say something, they have little to say. */
    @Test
    void whom_nobody_knows_brings_little(RunningCounter counter) {
        String talk = "{\"username\":\"" + "a".repeat(20_000) + "\",\"password\":\"ten green bottles\"}";
        for (String path : List.of("/session", "/me/session", "/me/sign-in-codes")) {
            counter.anybody()
                    .header("X-Counter", "1")
                    .contentType("application/json")
                    .body(talk)
                    .post(BASE + path)
                    .then()
                    .statusCode(413)
                    .body("code", equalTo("kernel.BODY_TOO_LARGE"));
        }
    }

    /** Questions for what the rival has, and what the rival itself is shown for each. */
    private static Map<String, String> lists(Rival rival, Belongings theirs) {
        return Map.ofEntries(
                Map.entry("payments?storeId=" + rival.store(), theirs.payment()),
                Map.entry("payments?tillId=" + rival.till(), theirs.payment()),
                Map.entry("payments?memberId=" + theirs.member(), theirs.payment()),
                Map.entry("payments?saleNumber=" + saleOf(theirs), theirs.payment()),
                Map.entry("payments?text=" + saleOf(theirs), theirs.payment()),
                Map.entry("members?text=Rosa", theirs.member()),
                Map.entry("products?text=" + theirs.sku(), theirs.product()),
                Map.entry(OF_A_PLACE + rival.store(), theirs.parked()),
                Map.entry("taps/denied", theirs.member()),
                Map.entry(
                        "vouchers?all=true&memberId=" + theirs.member(),
                        theirs.vouchers().voucher()),
                Map.entry("voucher-campaigns?limit=200", theirs.vouchers().campaign()),
                Map.entry("points-programmes", theirs.points().programme()),
                Map.entry("points-gifts", theirs.points().gift()),
                Map.entry("points-adjustments?limit=200", theirs.points().correction()),
                Map.entry("segments", theirs.points().segment()),
                Map.entry("imports", theirs.runningImport()));
    }

    private static Belongings belongings(RunningCounter counter, Rival rival) throws IOException {
        String sku = "RV-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String product = made(rival.as("manager").body("""
                                {"sku":"%s","nameEn":"Cup","nameZh":"杯子","category":"Cups","price":%s,"active":true}""".formatted(sku, money(295))), "products");
        String notice = counter.anybody()
                .get(BASE + "/me/privacy-notice?language=en&merchant=" + rival.code())
                .path("version");
        String phone = "+4477" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 90_000_000));
        String member = made(
                rival.as("cashier")
                        .body("{\"phone\":\"%s\",\"name\":\"Rosa Rival\",\"language\":\"en\",\"privacyNotice\":\"%s\"}"
                                .formatted(phone, notice)),
                "members");
        String payment = made(
                rival.as("cashier").body("""
                                {"storeId":"%s","tillId":"%s","saleNumber":"RV-%s","lines":[],"amount":%s,"shown":"%s",
                                 "tenders":[{"kind":"CASH","amount":%s,"received":null}]}""".formatted(
                                rival.store(), rival.till(), sku, money(500), code(rival, member), money(500))),
                "payments");
        String parked = made(
                rival.as("cashier")
                        .body("{\"storeId\":\"%s\",\"label\":\"Coat\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
                                .formatted(rival.store(), sku)),
                "parked-sales");
        String file = new String(HistoryFile.copies(1, "R", 60), StandardCharsets.UTF_8);
        String started = made(
                rival.as("administrator")
                        .contentType("application/octet-stream")
                        .body(String.join("\n", file.lines().limit(3).toList()).getBytes(StandardCharsets.UTF_8)),
                "imports?fileName=rival.csv&storeId=" + rival.store());
        String promotion = made(rival.as("manager").body(DRAFT), "promotions/campaigns");
        String backTest = made(
                rival.as("manager")
                        .body("{\"campaignId\":\"%s\",\"version\":1,\"from\":\"2026-01-01\",\"until\":\"2026-01-31\"}"
                                .formatted(promotion)),
                "promotions/back-tests");
        String lottery = lottery(rival);
        return new Belongings(
                member,
                payment,
                product,
                sku,
                parked,
                started,
                promotion,
                backTest,
                made(rival.as("manager").body(PRICES), "promotions/price-lists"),
                made(rival.as("manager").body(TAX), "tax-rates"),
                tapped(rival, member),
                lottery,
                rival.prize(lottery, member),
                RivalVouchers.of(rival, member),
                RivalPoints.of(rival, member));
    }

    /** What a phone of a member of the rival's shows. */
    private static String code(Rival rival, String member) {
        JsonPath phone = rival.as("manager")
                .body("{}")
                .post(BASE + "/members/" + member + "/devices")
                .jsonPath();
        byte[] secret = Base64.getDecoder().decode(phone.getString("secret"));
        return new Phone(phone.getLong("number"), secret).freshCode().orElseThrow();
    }

    /** A lottery of the rival's that is live, so that its odds are there for those who may see them. */
    private static String lottery(Rival rival) {
        String id = made(rival.as("manager").body(LOTTERY), "promotions/campaigns");
        String acts = BASE + "/promotions/campaigns/" + id;
        rival.as("manager").post(acts + "/submit?version=1").then().statusCode(200);
        rival.as("administrator").post(acts + "/approve?version=1").then().statusCode(200);
        assertThat(rival.as("cashier").get(BASE + "/lotteries/" + id).statusCode())
                .isEqualTo(200);
        return id;
    }

    /** A tap of the rival's that its member could not pay; it stands on the rival's deny list too. */
    private static String tapped(Rival rival, String member) {
        String id = Ids.next(Clock.systemUTC()).toString();
        rival.as("cashier")
                .body("{\"kind\":\"card\",\"value\":\"RIVALCARD\"}")
                .post(BASE + "/members/" + member + "/identifiers");
        rival.as("cashier")
                .body("{\"taps\":[{\"id\":\"%s\",\"tillId\":\"%s\",\"token\":\"RIVALCARD\",\"at\":\"%s\",\"fare\":%s}]}"
                        .formatted(id, rival.till(), Instant.now(), money(250)))
                .post(BASE + "/taps");
        assertThat(rival.as("cashier").get(BASE + "/taps/denied").asString()).contains(member);
        assertThat(rival.as("cashier").get(BASE + "/taps/" + id).statusCode()).isEqualTo(200);
        return id;
    }

    private static final String LOTTERY = """
            {"terms":{"names":{"en":"Draw","zh":"抽奖"},"currency":"GBP","benefit":{"kind":"lottery","each":1000,
             "mostTickets":1,"prizes":[{"code":"CUP","names":{"en":"Cup","zh":"杯子"},"weight":1,"stock":1,"worth":100}]}},
             "from":"2026-01-01T00:00:00Z","limits":{}}""";

    private static final String PRICES = """
            {"names":{"en":"Prices","zh":"价目"},"currency":"GBP","when":{"kind":"all","of":[]},
             "from":"2026-01-01T00:00:00Z","unitAmounts":{"A1":100}}""";

    private static String promotional(String path, Belongings theirs) {
        if (path.contains("/price-lists/")) {
            return theirs.prices();
        }
        return path.contains("/back-tests/") ? theirs.backTest() : theirs.promotion();
    }

    private static String saleOf(Belongings theirs) {
        return "RV-" + theirs.sku();
    }

    /** What is sent to each operation: a request that would be right at home. */
    private static Map<String, String> requests(Belongings theirs, String ownProgramme) {
        String store = "\"storeId\":\"" + UUID.randomUUID() + "\",\"tillId\":null";
        Map<String, String> requests = new TreeMap<>();
        requests.put("GET /payments/{id}", "");
        requests.put("POST /payments/{id}/refunds", "{\"amount\":null,\"reason\":\"returned\",\"note\":null}");
        requests.put(
                "POST /payments/{id}/refunds/calculation", "{\"amount\":null,\"reason\":\"returned\",\"note\":null}");
        requests.put("GET /taps/{id}", "");
        requests.put("POST /payments/{id}/cancellation", "{\"reason\":\"wrong-item\"}");
        requests.put("GET /members/{id}", "");
        requests.put("PATCH /members/{id}", "{\"name\":\"Mine\",\"language\":\"en\"}");
        requests.put("POST /members/{id}/identifiers", "{\"kind\":\"external\",\"value\":\"4711\"}");
        requests.put("POST /members/{id}/state", "{\"state\":\"FROZEN\"}");
        requests.put("PUT /members/{id}/limits", "{\"currency\":\"GBP\",\"single\":1,\"daily\":1}");
        requests.put("PUT /members/{id}/birthday", "{\"birthday\":\"--02-28\"}");
        requests.put("GET /members/{id}/plan", "");
        requests.put("GET /members/{id}/statement", "");
        requests.put("GET /members/{id}/statement.pdf", "");
        requests.put("POST /members/{id}/devices", "");
        requests.put("GET /members/{member}/points", "");
        requests.put("GET /members/{member}/points/statement", "");
        requests.put("POST /members/{member}/points/adjustments", RivalPoints.correction(ownProgramme));
        requests.put("POST /members/{id}/top-ups", "{" + store + ",\"amount\":" + money(100) + "}");
        requests.put("GET /products/{id}", "");
        requests.put("GET /products/by-code/{code}", "");
        requests.put("PUT /products/{id}", """
                {"sku":"%s","nameEn":"Mine","nameZh":"我的","category":"Cups","price":%s,"active":true,"version":0}""".formatted(theirs.sku(), money(1)));
        requests.put("POST /parked-sales/{id}/resume", "");
        requests.put("GET /promotions/campaigns/{id}", "");
        requests.put("GET /promotions/campaigns/{id}/below-cost", "");
        requests.put("GET /promotions/campaigns/{id}/figures", "");
        requests.put("PUT /promotions/campaigns/{id}", DRAFT);
        requests.put("POST /promotions/campaigns/{id}/copy", "");
        requests.put("POST /promotions/campaigns/{id}/{act}", "");
        requests.put("GET /promotions/price-lists/{id}", "");
        requests.put("PUT /promotions/price-lists/{id}", PRICES);
        requests.put("POST /promotions/price-lists/{id}/end", "");
        requests.put("DELETE /tax-rates/{id}", "");
        requests.put("GET /promotions/campaigns/{id}/sales", "");
        requests.put("GET /promotions/price-lists/{id}/prices", "");
        requests.put("POST /promotions/price-lists/{id}/prices", "sku,price\nA1,2.00\n");
        requests.put("POST /promotions/price-lists/{id}/prices/check", "sku,price\nA1,2.00\n");
        requests.put("GET /promotions/back-tests/{id}", "");
        requests.put("POST /promotions/back-tests/{id}/cancellation", "");
        requests.put("GET /lotteries/{id}", "");
        requests.put("GET /lotteries/{id}/draws", "");
        requests.put("GET /lotteries/{id}/draws.csv", "");
        requests.put("GET /lotteries/{id}/reductions", "");
        requests.put("GET /lotteries/{id}/figures", "");
        requests.put("POST /prizes/{id}/hand-over", "{}");
        requests.put("GET /imports/{id}", "");
        requests.put("POST /imports/{id}/pause", "");
        requests.put("POST /imports/{id}/resume", "");
        requests.put("GET /imports/{id}/lines", "");
        requests.put("GET /imports/{id}/reconciliation", "");
        putVouchers(requests);
        putPoints(requests, theirs, ownProgramme);
        return requests;
    }

    private static void putVouchers(Map<String, String> requests) {
        requests.put("GET /vouchers/{id}", "");
        requests.put("GET /vouchers/{id}/history", "");
        requests.put("POST /vouchers/{id}/withdrawal", "{\"reason\":\"granted by mistake\"}");
        requests.put("GET /voucher-campaigns/{id}", "");
        requests.put("PUT /voucher-campaigns/{id}", RivalVouchers.draft());
        requests.put("POST /voucher-campaigns/{id}/state", "{\"state\":\"PAUSED\"}");
        requests.put("POST /voucher-campaigns/{id}/quantity", "{\"by\":5}");
        requests.put("POST /voucher-campaigns/{id}/agreement", "{}");
        requests.put("GET /voucher-campaigns/{id}/figures", "");
        requests.put("GET /voucher-campaigns/{id}/codes", "");
        requests.put("POST /voucher-campaigns/{id}/codes", "{\"label\":\"Mine\",\"count\":1}");
        requests.put("GET /voucher-campaigns/{id}/codes/{batch}", "");
        requests.put("GET /voucher-campaigns/{id}/codes/{batch}/sheet.pdf", "");
        requests.put("POST /voucher-campaigns/{id}/grants", "{\"memberIds\":[\"" + UUID.randomUUID() + "\"]}");
    }

    private static void putPoints(Map<String, String> requests, Belongings theirs, String ownProgramme) {
        requests.put("GET /points-programmes/{id}", "");
        requests.put("PUT /points-programmes/{id}", RivalPoints.rules());
        requests.put("GET /points-programmes/{id}/liability", "");
        requests.put("POST /points-adjustments/{id}/decision", "{\"approve\":true}");
        requests.put("PUT /points-gifts/{id}", RivalPoints.gift(ownProgramme));
        requests.put("POST /points-gifts/{id}/stock", "{\"pieces\":1}");
        requests.put("POST /points-gifts/{id}/given", RivalPoints.giving(theirs.member()));
        requests.put("POST /points-gifts/given/{id}/return", "{}");
        requests.put("GET /segments/{id}", "");
        requests.put("PUT /segments/{id}", RivalPoints.everybody());
        requests.put("GET /segments/{id}/snapshots", "");
        requests.put("POST /segments/{id}/snapshots", "{}");
        requests.put("GET /segments/snapshots/{id}/members", "");
    }

    /** A points programme of the asking merchant's own. */
    private static String programme(RunningCounter counter) {
        return made(counter.commandAs("manager").body(RivalPoints.rules()), "points-programmes");
    }

    private static String path(String operation, Belongings theirs) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        if (kind(path).startsWith("voucher")) {
            return BASE + theirs.vouchers().path(path) + (path.endsWith(".pdf") ? "?format=PDF&language=en" : "");
        }
        if (kind(path).startsWith("points-") || kind(path).equals("segments")) {
            return BASE + theirs.points().path(path);
        }
        String id = switch (kind(path)) {
            case "payments" -> theirs.payment();
            case "taps" -> theirs.tap();
            case "tax-rates" -> theirs.taxRate();
            case "members" -> theirs.member();
            case "products" -> path.contains("{code}") ? theirs.sku() : theirs.product();
            case "parked-sales" -> theirs.parked();
            case "imports" -> theirs.runningImport();
            case "lotteries" -> theirs.lottery();
            case "prizes" -> theirs.prize();
            case "promotions" -> promotional(path, theirs);
            default -> throw new IllegalArgumentException("Nothing is known of " + operation);
        };
        String version = path.startsWith("/promotions/campaigns/") ? "?version=1" : "";
        String asked = path.endsWith("/points/statement")
                ? "?programmeId=" + theirs.points().programme()
                : version;
        return BASE + path.replaceFirst("\\{[a-z]+}", id).replace("{act}", "submit") + asked;
    }

    private static String kind(String path) {
        return path.split("/")[1];
    }

    private static Response ask(RunningCounter counter, String operation, String path, String body) {
        RequestSpecification request = counter.commandAs("administrator");
        if (!body.isEmpty()) {
            request.body(body);
        }
        return request.request(operation.substring(0, operation.indexOf(' ')), path);
    }

    /** Every operation of the API whose path names something. */
    private static TreeSet<String> operations(RunningCounter counter) {
        TreeSet<String> operations = new TreeSet<>();
        for (String operation : described(counter)) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            if (path.contains("{") && !OF_A_SESSION.contains(kind(path))) {
                operations.add(operation);
            }
        }
        assertThat(operations).as("the API document").hasSizeGreaterThan(20);
        List<String> nobodys = new ArrayList<>(NOBODYS.keySet());
        assertThat(operations).containsAll(nobodys);
        nobodys.forEach(operations::remove);
        return operations;
    }

    /** Every operation of the API, as {@code GET /members/{id}}. */
    private static TreeSet<String> described(RunningCounter counter) {
        JsonPath document = counter.anybody()
                .accept("application/json")
                .get("openapi?format=JSON")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        TreeSet<String> operations = new TreeSet<>();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        paths.forEach((path, methods) -> {
            for (String method : List.of("get", "post", "put", "patch", "delete")) {
                if (methods.containsKey(method)) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + path.replaceFirst("^" + BASE, ""));
                }
            }
        });
        assertThat(operations).as("the API document").containsAll(FOR_EVERYBODY);
        return operations;
    }

    private static void stillTheirs(Rival rival, Belongings theirs) {
        JsonPath member =
                rival.as("manager").get(BASE + "/members/" + theirs.member()).jsonPath();
        assertThat(member.getString("name")).isEqualTo("Rosa Rival");
        assertThat(member.getString("state")).isEqualTo("ACTIVE");
        JsonPath payment =
                rival.as("manager").get(BASE + "/payments/" + theirs.payment()).jsonPath();
        assertThat(payment.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(payment.getLong("refunded.amount")).isZero();
        JsonPath voucher = seen(rival, "vouchers/" + theirs.vouchers().voucher());
        assertThat(voucher.getString("state")).isEqualTo("IN_HAND");
        assertThat(voucher.getBoolean("held")).isTrue();
        JsonPath campaign = seen(rival, "voucher-campaigns/" + theirs.vouchers().campaign());
        assertThat(campaign.getString("state")).isEqualTo("LIVE");
        assertThat(campaign.getInt("left")).isEqualTo(98);
        assertThat(seen(rival, "points-adjustments?open=true").getList("items.id"))
                .containsExactly(theirs.points().correction());
        assertThat(seen(rival, "points-gifts").getInt("items[0].stock")).isEqualTo(4);
        assertThat(seen(rival, "points-programmes/" + theirs.points().programme())
                        .getInt("version"))
                .isEqualTo(1);
        assertThat(seen(rival, "segments/" + theirs.points().segment() + "/snapshots")
                        .getList("items.id"))
                .containsExactly(theirs.points().snapshot());
        assertThat(seen(rival, "members/" + theirs.member() + "/points").getInt("points[0].available"))
                .isEqualTo(300);
    }

    private static JsonPath seen(Rival rival, String what) {
        return rival.as("manager")
                .get(BASE + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String made(RequestSpecification request, String where) {
        Response answer = request.post(BASE + "/" + where);
        assertThat(answer.statusCode()).as("%s: %s", where, answer.asString()).isBetween(200, 202);
        return answer.path("id");
    }

    private static String money(long minor) {
        return "{\"amount\":" + minor + ",\"currency\":\"GBP\"}";
    }
}
