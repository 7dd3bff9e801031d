package org.walletcounter.web.api.promotions;

/** What the API page shows of back-tests. */
final class BackTestExamples {

    static final String ORDER = "{\"campaignId\":\"01936f00-0000-7000-8000-000000000001\",\"version\":1,"
            + "\"from\":\"2026-10-01\",\"until\":\"2026-10-31\"}";

    private static final String HEAD = "{\"v\":1,\"id\":\"01936f00-0000-7000-8000-000000000009\",\"order\":" + ORDER
            + ",\"names\":{\"en\":\"Autumn: 20 off 100\",\"zh\":\"秋季满100减20\"},\"budget\":500000,";

    private static final String TAIL = "\"author\":\"staff:7\",\"askedAt\":\"2026-11-20T08:00:00Z\",";

    static final String WAITING = HEAD + "\"state\":\"WAITING\",\"ordersDone\":0," + TAIL
            + "\"result\":{\"currency\":\"CNY\",\"orders\":0,\"reached\":0,\"skipped\":0,"
            + "\"sums\":{\"list\":0,\"before\":0,\"after\":0,\"cost\":0,\"promised\":0},"
            + "\"margin\":{\"list\":0,\"goods\":0,\"before\":0,\"after\":0,\"belowCost\":0},"
            + "\"audiences\":[],\"overlaps\":[],\"days\":[],\"categories\":[]}}";

    static final String DONE = HEAD + "\"state\":\"DONE\",\"ordersTotal\":2140,\"ordersDone\":2140," + TAIL
            + "\"endedAt\":\"2026-11-20T08:00:05Z\","
            + "\"result\":{\"currency\":\"CNY\",\"orders\":2140,\"reached\":512,\"skipped\":0,"
            + "\"sums\":{\"list\":15200000,\"before\":14800000,\"after\":13900000,\"cost\":1000000,\"promised\":0},"
            + "\"margin\":{\"list\":12000000,\"goods\":7000000,\"before\":4600000,\"after\":3900000,\"belowCost\":3},"
            + "\"audiences\":[{\"by\":\"PERSON\",\"code\":\"member\",\"orders\":900,\"reached\":512,\"saved\":900000},"
            + "{\"by\":\"PERSON\",\"code\":\"unknown\",\"orders\":1240,\"reached\":0,\"saved\":0},"
            + "{\"by\":\"TIER\",\"code\":\"gold\",\"orders\":512,\"reached\":512,\"saved\":900000}],"
            + "\"overlaps\":[{\"campaignId\":\"01936f00-0000-7000-8000-000000000002\",\"names\":{\"en\":\"Cups 10 %\","
            + "\"zh\":\"杯子九折\"},\"together\":40,\"displaced\":61,\"lost\":100000}],"
            + "\"days\":[{\"day\":\"2026-10-01\",\"reached\":17,\"cost\":34000}],\"budgetUsedUpOn\":\"2026-10-16\","
            + "\"categories\":[{\"category\":\"Tea\",\"list\":9000000,\"off\":270000,\"reachedList\":5000000,"
            + "\"reachedOff\":900000,\"benchmark\":300,\"depth\":1800}]}}";

    private BackTestExamples() {}
}
