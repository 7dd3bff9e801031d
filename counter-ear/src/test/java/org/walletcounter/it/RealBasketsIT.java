package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The baskets of four real days, priced through the API while fifty campaigns of many kinds are live. */
@WithCounter
class RealBasketsIT {

    private static final int CAMPAIGNS = 50;
    private static final int MOST_LINES = 30;
    private static final int BASKETS = 200;
    private static final List<String> CATEGORIES = List.of(
            "Christmas & Easter",
            "Bags & luggage",
            "Candles & lights",
            "Baking & cake stands",
            "Tea, coffee & tableware",
            "Kitchen & pantry",
            "Party & celebration",
            "Cards, wrap & paper",
            "Children & games",
            "Craft & sewing",
            "Garden & outdoor",
            "Home decoration");

    private RunningCounter counter;
    private final List<String> live = new ArrayList<>();

    @BeforeEach
    void fiftyCampaigns(RunningCounter running) {
        counter = running;
        for (int i = 0; i < CAMPAIGNS; i++) {
            live.add(campaign(i));
        }
    }

    @AfterEach
    void end() {
        live.forEach(id -> act(id, "end", "manager"));
    }

    @Test
    void every_basket_gets_the_best_legal_price_with_its_reasons() throws IOException {
        Set<String> sold = catalogue();
        List<List<String>> baskets = baskets(sold);
        assertThat(baskets.size()).isEqualTo(BASKETS);
        quote(baskets.get(0));
        long[] millis = new long[baskets.size()];
        int exact = 0;
        int reduced = 0;
        long list = 0;
        long payable = 0;
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            Response answer = quote(baskets.get(i));
            millis[i] = (System.nanoTime() - begun) / 1_000_000;
            JsonPath price = answer.then().statusCode(200).extract().jsonPath();
            check(price);
            exact += price.getBoolean("search.exact") ? 1 : 0;
            reduced += price.getLong("totals.net") < price.getLong("totals.list") ? 1 : 0;
            list += price.getLong("totals.list");
            payable += price.getLong("totals.payable");
        }
        Arrays.sort(millis);
        System.out.printf(
                "%d real baskets, %d lines, %d campaigns live: %d reduced, %d proved best, %.1f %% off; p50 %d ms, p99 %d ms%n",
                millis.length,
                baskets.stream().mapToInt(List::size).sum(),
                CAMPAIGNS,
                reduced,
                exact,
                100.0 - 100.0 * payable / list,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100]);
        assertThat(reduced).isGreaterThan(millis.length / 2);
    }

    /** What a price must be, whatever the campaigns: sums that agree, nothing below zero, a reason for each minor unit. */
    private static void check(JsonPath price) {
        long list = price.getLong("totals.list");
        long net = price.getLong("totals.net");
        assertThat(price.getLong("totals.payable")).isBetween(0L, list);
        assertThat(sum(price, "lines.net")).isEqualTo(net);
        assertThat(sum(price, "lines.due")).isEqualTo(price.getLong("totals.payable"));
        assertThat(sum(price, "trace.amount")).isEqualTo(net - list);
        assertThat(sum(price, "trace.funders.amount.flatten()")).isEqualTo(list - net);
        assertThat(price.getLong("search.lowestPossible")).isLessThanOrEqualTo(net);
        assertThat(price.getList("verdicts")).hasSizeGreaterThanOrEqualTo(CAMPAIGNS);
    }

    private static long sum(JsonPath price, String path) {
        List<@Nullable Number> amounts = price.getList(path);
        return amounts.stream()
                .mapToLong(each -> each == null ? 0 : each.longValue())
                .sum();
    }

    private Response quote(List<String> lines) {
        return counter.as("cashier")
                .contentType("application/json")
                .body("{\"reference\":\"R-" + lines.hashCode() + "\",\"currency\":\""
                        + counter.access().currency()
                        + "\",\"channel\":\"till\",\"tenders\":[\"WALLET\"],\"lines\":[" + String.join(",", lines)
                        + "]}")
                .post("api/v1/promotions/quote");
    }

    private String campaign(int number) {
        String category = CATEGORIES.get(number % CATEGORIES.size());
        int step = 1 + number / CATEGORIES.size();
        String goods = "{\"categories\":[\"" + category + "\"]}";
        String item = "\"group\":\"item\",\"atMost\":1000,\"perCategory\":1";
        String order = "\"group\":\"order\",\"atMost\":2,\"perCategory\":1000";
        return switch (number % 10) {
            case 0 -> live(number, "{\"kind\":\"percentOff\",\"basisPoints\":" + 300 * step + "}", goods, item);
            case 1 -> live(number, "{\"kind\":\"nthItem\",\"nth\":2,\"basisPoints\":" + 2000 * step + "}", goods, item);
            case 2 ->
                live(
                        number,
                        "{\"kind\":\"buyGet\",\"buy\":3,\"get\":1,\"choices\":" + goods + ",\"basisPoints\":10000}",
                        goods,
                        item);
            case 3 ->
                live(
                        number,
                        "{\"kind\":\"ladder\",\"steps\":[{\"from\":" + 2000 * step + ",\"off\":" + 150 * step
                                + "},{\"from\":" + 9000 * step + ",\"off\":" + 900 * step + "}]}",
                        "{}",
                        order);
            case 4 ->
                live(
                        number,
                        "{\"kind\":\"eachFull\",\"each\":" + 3000 * step + ",\"off\":" + 200 * step + ",\"most\":2000}",
                        "{}",
                        order);
            case 5 ->
                live(
                        number,
                        "{\"kind\":\"happyHour\",\"slots\":[{\"from\":\"00:00\",\"until\":\"00:00\",\"basisPoints\":"
                                + 200 * step + "}]}",
                        goods,
                        item);
            case 6 ->
                live(
                        number,
                        "{\"kind\":\"tenderOff\",\"tenders\":[\"WALLET\"],\"from\":" + 5000 * step + ",\"off\":"
                                + 100 * step + "}",
                        "{}",
                        order);
            case 7 ->
                live(number, "{\"kind\":\"cashBack\",\"basisPoints\":" + 100 * step + ",\"pendingDays\":14}", "{}", "");
            case 8 ->
                live(
                        number,
                        "{\"kind\":\"randomOff\",\"chances\":[{\"weight\":9,\"off\":10},{\"weight\":1,\"off\":500}]}",
                        "{}",
                        order);
            default -> live(number, "{\"kind\":\"amountOff\",\"off\":" + 50 * step + "}", goods, item);
        };
    }

    private String live(int number, String benefit, String on, String stacking) {
        String groups = stacking.isEmpty() ? "\"group\":\"\",\"atMost\":1000,\"perCategory\":1000" : stacking;
        String terms = "{\"names\":{\"en\":\"Real " + number + "\",\"zh\":\"实测 " + number + "\"},\"currency\":\""
                + counter.access().currency() + "\",\"on\":" + on + ",\"benefit\":" + benefit + ",\"stacking\":{"
                + groups
                + ",\"excludes\":[],\"priority\":0,\"base\":\"DISCOUNTED\"}}";
        String id = counter.commandAs("manager")
                .body("{\"terms\":" + terms + ",\"from\":\"" + Instant.now().minusSeconds(60) + "\",\"limits\":{}}")
                .post("api/v1/promotions/campaigns")
                .then()
                .log()
                .ifError()
                .statusCode(201)
                .extract()
                .path("id");
        act(id, "submit", "manager").then().statusCode(200);
        act(id, "approve", "administrator").then().statusCode(200);
        return id;
    }

    private Response act(String id, String act, String role) {
        return counter.commandAs(role).post("api/v1/promotions/campaigns/" + id + "/" + act + "?version=1");
    }

    private Set<String> catalogue() {
        Set<String> skus = new HashSet<>();
        String after = null;
        do {
            JsonPath page = counter.as("cashier")
                    .queryParams(after == null ? Map.of("limit", 200) : Map.of("limit", 200, "after", after))
                    .get("api/v1/products")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            skus.addAll(page.getList("items.sku"));
            after = page.getString("after");
        } while (after != null);
        return skus;
    }

    /** The invoices as baskets: the lines that were sold, of products that the catalogue has. */
    private static List<List<String>> baskets(Set<String> sold) throws IOException {
        Map<String, List<String>> invoices = new LinkedHashMap<>();
        new String(HistoryFile.copies(1, ""), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(RealBasketsIT::fields)
                .filter(fields -> sold.contains(fields.get(1)) && Long.parseLong(fields.get(3)) > 0)
                .forEach(fields -> invoices.computeIfAbsent(fields.get(0), number -> new ArrayList<>())
                        .add("{\"sku\":\"" + fields.get(1) + "\",\"quantity\":" + fields.get(3) + "}"));
        return invoices.values().stream()
                .map(lines -> lines.subList(0, Math.min(lines.size(), MOST_LINES)))
                .limit(BASKETS)
                .collect(Collectors.toList());
    }

    /** A line's fields; a quoted one may hold commas. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>(Collections.singletonList(""));
        boolean quoted = false;
        for (char sign : line.toCharArray()) {
            quoted ^= sign == '"';
            if (sign == ',' && !quoted) {
                fields.add("");
            } else {
                fields.set(fields.size() - 1, fields.get(fields.size() - 1) + sign);
            }
        }
        return fields;
    }
}
