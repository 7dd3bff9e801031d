package org.walletcounter.web.api.transactions;

/** What the API page shows of lotteries. */
final class LotteryExamples {

    static final String CAMPAIGN = "0199a2c4-0000-7000-8000-0000000000f1";

    static final String PRIZE = "{\"code\":\"MUG\",\"names\":{\"en\":\"Tea mug\",\"zh\":\"茶杯\"},\"gives\":\"GIFT\","
            + "\"worth\":2500,\"currency\":\"CNY\"}";

    static final String DRAW = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000e1\",\"campaignId\":\"" + CAMPAIGN
            + "\",\"campaign\":{\"en\":\"Spring draw\",\"zh\":\"春季抽奖\"},\"drawnAt\":\"2026-11-28T10:15:00Z\","
            + "\"state\":\"TO_HAND_OVER\",\"prize\":" + PRIZE + ",\"code\":\"7K3F9QXW\",\"proof\":{\"version\":1,"
            + "\"serial\":42,\"drawnFor\":\"" + CAMPAIGN + ":42:0199a2c4-0000-7000-8000-0000000000d1/1/1\","
            + "\"hash\":\"829e661a957e19fe69257ce672cfb4db0c18518e54821dd7c53d8a78bfcbdb45\",\"value\":17,"
            + "\"weights\":100,\"meant\":\"MUG\",\"leftBefore\":8}}";

    static final String MINE = "{\"waiting\":[{\"campaignId\":\"" + CAMPAIGN
            + "\",\"campaign\":{\"en\":\"Spring draw\",\"zh\":\"春季抽奖\"},\"tickets\":2,"
            + "\"closes\":\"2026-12-08T00:00:00Z\",\"open\":true}],\"drawn\":[" + DRAW + "]}";

    static final String NONE_LEFT = "{\"type\":\"about:blank\",\"status\":422,\"code\":\"transactions.NO_TICKET_LEFT\","
            + "\"detail\":\"You have no ticket of this lottery left to draw.\"}";

    static final String ODDS = "{\"campaignId\":\"" + CAMPAIGN
            + "\",\"names\":{\"en\":\"Spring draw\",\"zh\":\"春季抽奖\"},\"kind\":\"LOTTERY\",\"currency\":\"CNY\","
            + "\"commitment\":\"630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd\","
            + "\"committedAt\":\"2026-11-20T08:00:00Z\",\"until\":\"2026-12-01T00:00:00Z\","
            + "\"closes\":\"2026-12-08T00:00:00Z\",\"drawn\":41,\"editions\":[{\"version\":1,\"weights\":100,"
            + "\"blank\":70,\"draws\":5,\"wins\":2,\"chances\":[{\"code\":\"MUG\",\"names\":{\"en\":\"Tea mug\","
            + "\"zh\":\"茶杯\"},\"gives\":\"GIFT\",\"weight\":30,\"worth\":2500,\"stock\":10,\"left\":8}]}]}";

    static final String REDUCTION = "{\"paymentId\":\"0199a2c4-0000-7000-8000-0000000000d1\",\"version\":1,"
            + "\"saleNumber\":\"1042\",\"drawnFor\":\"" + CAMPAIGN + ":1042\",\"value\":3,\"off\":500}";

    static final String FIGURES = "{\"tickets\":120,\"drawn\":41,\"blanks\":39,\"prizes\":[{\"code\":\"MUG\","
            + "\"names\":{\"en\":\"Tea mug\",\"zh\":\"茶杯\"},\"stock\":10,\"left\":8,\"won\":2,\"out\":1,\"failed\":0,"
            + "\"takenBack\":0}]}";

    static final String LIST = "{\"items\":[";
    static final String END = "]}";

    private LotteryExamples() {}
}
