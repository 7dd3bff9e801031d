package org.walletcounter.web.api.promotions;

/** What the API page shows. */
final class Examples {

    static final String TERMS = "{\"names\":{\"en\":\"Autumn: 20 off 100\",\"zh\":\"秋季满100减20\"},\"currency\":\"CNY\","
            + "\"when\":{\"kind\":\"tiers\",\"tiers\":[\"gold\"]},\"on\":{\"categories\":[\"Tea\"]},"
            + "\"benefit\":{\"kind\":\"ladder\",\"steps\":[{\"from\":10000,\"off\":2000},{\"from\":20000,\"off\":5000}]},"
            + "\"stacking\":{\"group\":\"autumn\",\"atMost\":1,\"base\":\"DISCOUNTED\"},"
            + "\"funding\":{\"parts\":[{\"party\":\"merchant\",\"basisPoints\":6000},"
            + "{\"party\":\"supplier:tea\",\"basisPoints\":4000}]}}";

    static final String DRAFT = "{\"terms\":" + TERMS + ",\"from\":\"2026-11-01T00:00:00Z\","
            + "\"until\":\"2026-12-01T00:00:00Z\",\"limits\":{\"budget\":500000,\"day\":200,\"person\":3}}";

    static final String CAMPAIGN = "{\"v\":1,\"id\":\"01936f00-0000-7000-8000-000000000001\",\"version\":1,"
            + "\"state\":\"DRAFT\",\"content\":" + DRAFT + ",\"author\":\"staff:7\","
            + "\"changedAt\":\"2026-10-20T08:00:00Z\",\"budgetLeft\":500000}";

    static final String BELOW_COST =
            "{\"v\":1,\"items\":[{\"sku\":\"TEA-1\",\"pieces\":3,\"list\":12000,\"net\":8000," + "\"cost\":9000}]}";

    static final String QUESTION = "{\"reference\":\"1042\",\"currency\":\"CNY\",\"channel\":\"till\","
            + "\"tenders\":[\"WALLET\"],\"lines\":[{\"sku\":\"TEA-1\",\"quantity\":3},"
            + "{\"text\":\"Gift wrapping\",\"quantity\":1,\"unitAmount\":500}],\"without\":[],\"with\":[]}";

    static final String QUOTE = "{\"v\":1,\"currency\":\"CNY\",\"lines\":[{\"line\":1,\"sku\":\"TEA-1\",\"quantity\":3,"
            + "\"list\":12000,\"initial\":12000,\"net\":10000,\"tax\":0,\"due\":10000}],"
            + "\"totals\":{\"list\":12000,\"initial\":12000,\"net\":10000,\"points\":0,\"pointsSpent\":0,\"tax\":0,"
            + "\"rounding\":0,\"payable\":10000},\"trace\":[{\"step\":\"ORDER\",\"source\":{"
            + "\"id\":\"01936f00-0000-7000-8000-000000000001\",\"campaignId\":\"01936f00-0000-7000-8000-000000000001\","
            + "\"version\":1,\"names\":{\"en\":\"Autumn: 20 off 100\",\"zh\":\"秋季满100减20\"}},"
            + "\"why\":{\"code\":\"LADDER\",\"figures\":[10000,2000]},\"base\":12000,\"amount\":-2000,"
            + "\"shares\":[{\"line\":1,\"amount\":-2000}],\"funders\":[{\"party\":\"merchant\",\"amount\":2000}]}],"
            + "\"promises\":[],\"verdicts\":[{\"id\":\"01936f00-0000-7000-8000-000000000001\",\"names\":{"
            + "\"en\":\"Autumn: 20 off 100\",\"zh\":\"秋季满100减20\"},\"voucher\":false,\"used\":1,\"saved\":2000,"
            + "\"reason\":\"USED\",\"figure\":0}],\"advice\":[{\"id\":\"01936f00-0000-7000-8000-000000000001\","
            + "\"names\":{\"en\":\"Autumn: 20 off 100\",\"zh\":\"秋季满100减20\"},\"of\":{},\"add\":8000,\"save\":3000}],"
            + "\"search\":{\"exact\":true,\"examined\":2,\"lowestPossible\":10000}}";

    static final String TRIAL = "{\"terms\":" + TERMS + ",\"reference\":\"1042\",\"currency\":\"CNY\","
            + "\"lines\":[{\"sku\":\"TEA-1\",\"quantity\":3}]}";

    private Examples() {}
}
