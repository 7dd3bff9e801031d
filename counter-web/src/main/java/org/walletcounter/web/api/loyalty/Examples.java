package org.walletcounter.web.api.loyalty;

/** The examples of the API's description. */
interface Examples {

    /** A programme: a point per pound, a hundred points a pound off. */
    String PROGRAMME = "{\"code\":\"house\",\"nameEn\":\"House points\",\"nameZh\":\"本店积分\",\"active\":true,"
            + "\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100,\"pendingDays\":14,"
            + "\"multipliers\":[{\"kind\":\"TIER\",\"name\":\"GOLD\",\"percent\":150},"
            + "{\"kind\":\"DAY\",\"name\":\"TUESDAY\",\"percent\":200}]},"
            + "\"lots\":{\"expiry\":\"END_OF_YEAR\",\"days\":90,\"returnDays\":30},"
            + "\"exchange\":{\"points\":100,\"minor\":100,\"least\":200,\"percent\":50,\"cap\":2000,"
            + "\"from\":null,\"until\":null}}";

    /** What a member has. */
    String BALANCE = "{\"programmeId\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"nameEn\":\"House points\","
            + "\"nameZh\":\"本店积分\",\"balance\":420,\"available\":420,\"pending\":88,\"debt\":0,\"worth\":400,"
            + "\"lots\":[{\"id\":\"0199a2c4-0000-7000-8000-0000000000c2\",\"source\":\"PURCHASE\","
            + "\"reference\":\"T1-20261122-0042\",\"earned\":500,\"left\":420,\"pending\":false,"
            + "\"maturesAt\":\"2026-12-06T09:30:00Z\",\"expiresAt\":\"2027-03-31T23:00:00Z\","
            + "\"lastDay\":\"2027-03-31\"}]}";

    /** A correction. */
    String ADJUSTMENT = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000c3\",\"wish\":{\"memberId\":"
            + "\"0199a2c4-0000-7000-8000-0000000000bb\",\"programmeId\":\"0199a2c4-0000-7000-8000-0000000000c1\","
            + "\"points\":50,\"extendTo\":null,\"reason\":\"The till was down on Saturday\"},\"state\":\"OPEN\","
            + "\"askedBy\":\"Ann\",\"askedAt\":\"2026-11-22T09:30:00Z\",\"decidedBy\":null,\"decidedAt\":null}";

    /** The wish for one. */
    String WISH = "{\"programmeId\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"points\":50,\"extendTo\":null,"
            + "\"reason\":\"The till was down on Saturday\"}";

    /** A gift. */
    String GIFT = "{\"programmeId\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"code\":\"mug\",\"nameEn\":\"Mug\","
            + "\"nameZh\":\"马克杯\",\"points\":500,\"active\":true}";

    /** Tiers. */
    String TIERS = "{\"measure\":\"SPEND\",\"windowDays\":365,\"keepDays\":90,\"graceDays\":30,"
            + "\"downgrade\":\"ONE_DOWN\",\"tiers\":[{\"code\":\"SILVER\",\"nameEn\":\"Silver\",\"nameZh\":\"银卡\","
            + "\"threshold\":50000,\"benefitsEn\":\"Free tea\",\"benefitsZh\":\"免费茶\",\"pointsPercent\":120,"
            + "\"priceList\":null},{\"code\":\"GOLD\",\"nameEn\":\"Gold\",\"nameZh\":\"金卡\",\"threshold\":200000,"
            + "\"benefitsEn\":\"Free cake\",\"benefitsZh\":\"免费蛋糕\",\"pointsPercent\":150,\"priceList\":\"gold\"}]}";

    /** A preview of tiers. */
    String TIER_PREVIEW = "{\"members\":5881,\"rises\":312,\"falls\":40,\"counts\":[{\"code\":null,\"now\":5000,"
            + "\"then\":4728},{\"code\":\"SILVER\",\"now\":700,\"then\":900},{\"code\":\"GOLD\",\"now\":181,"
            + "\"then\":253}],\"sample\":[{\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"from\":\"SILVER\","
            + "\"to\":\"GOLD\",\"measured\":210000}]}";

    /** A segment: bought tea or cake in 90 days, and not for two weeks. */
    String SEGMENT = "{\"code\":\"sleepy-tea\",\"nameEn\":\"Tea lovers who stayed away\",\"nameZh\":\"久未到店的茶客\","
            + "\"all\":[{\"any\":[{\"field\":\"CATEGORY\",\"comparison\":\"IS\",\"values\":[\"Tea\",\"Cake\"],"
            + "\"windowDays\":90}]},{\"any\":[{\"field\":\"RECENCY_DAYS\",\"comparison\":\"AT_LEAST\","
            + "\"values\":[\"14\"],\"windowDays\":0}]}]}";

    /** A segment's size. */
    String SIZE = "{\"members\":214,\"ofAll\":5881,\"sample\":[\"0199a2c4-0000-7000-8000-0000000000bb\"]}";

    /** A snapshot. */
    String SNAPSHOT = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000d1\",\"segmentId\":"
            + "\"0199a2c4-0000-7000-8000-0000000000d0\",\"version\":1,\"state\":\"RUNNING\","
            + "\"askedAt\":\"2026-11-22T09:30:00Z\",\"doneAt\":null,\"members\":214,\"written\":100}";

    /** The beginning of a list. */
    String LIST = "{\"items\":[";

    /** Its end. */
    String END = "],\"after\":null}";

    /** Points and tier. */
    String MINE = "{\"points\":[" + BALANCE + "],\"tier\":null}";

    /** What lapses in a month. */
    String MONTH = "{\"month\":\"2027-03\",\"members\":120,\"points\":42000,\"pending\":880,"
            + "\"worth\":{\"amount\":42800,\"currency\":\"GBP\"}}";

    /** The number of what was made. */
    String MADE = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000c9\"}";

    /** For whom. */
    String GIVE = "{\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"pieces\":1}";
}
