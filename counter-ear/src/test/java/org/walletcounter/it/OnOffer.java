package org.walletcounter.it;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the merchant that all tests share has on offer for everybody. Of its own accord it offers nothing. */
public final class OnOffer {

    private static final String PROMOTIONS = "api/v1/promotions/campaigns";
    private static final String VOUCHERS = "api/v1/voucher-campaigns";
    private static final String POINTS = "api/v1/points-programmes";

    private OnOffer() {}

    /** Ends all of it: a price, a phone or a balance of a later test would hang on it. */
    public static void end(RunningCounter counter) {
        JsonPath promotions = live(counter, PROMOTIONS);
        for (Map<String, Object> each : promotions.<Map<String, Object>>getList("items")) {
            String end = PROMOTIONS + "/" + each.get("id") + "/end?version=" + each.get("version");
            counter.commandAs("manager").post(end).then().statusCode(200);
        }
        for (String id : live(counter, VOUCHERS)
                .getList("items.findAll { it.way == 'TAKE' || it.way == 'EVENT' }.id", String.class)) {
            counter.commandAs("manager")
                    .body("{\"state\":\"ENDED\"}")
                    .post(VOUCHERS + "/" + id + "/state")
                    .then()
                    .statusCode(200);
        }
        List<Map<String, Object>> programmes = counter.as("manager")
                .get(POINTS)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.active }");
        for (Map<String, Object> each : programmes) {
            Map<String, Object> closed = new HashMap<>(each);
            closed.put("active", false);
            counter.commandAs("manager")
                    .body(closed)
                    .put(POINTS + "/" + each.get("id"))
                    .then()
                    .statusCode(200);
        }
    }

    private static JsonPath live(RunningCounter counter, String campaigns) {
        return counter.as("manager")
                .queryParams("state", "LIVE", "limit", 200)
                .get(campaigns)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
