package org.walletcounter.web.api.vouchers;

/** The examples of the API's description. */
interface Examples {

    /** A campaign to be written down. */
    String CAMPAIGN_REQUEST = "{\"code\":\"SPRING-5\",\"nameEn\":\"Five off from thirty\",\"nameZh\":\"满30减5\","
            + "\"currency\":\"GBP\",\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"way\":\"TAKE\","
            + "\"openFrom\":\"2026-11-22T00:00:00Z\",\"openUntil\":\"2026-12-24T00:00:00Z\",\"validDays\":14,"
            + "\"total\":1000,\"perDay\":100,\"perPerson\":1,\"givable\":true}";

    /** The campaign it became. */
    String CAMPAIGN = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"version\":1,\"state\":\"DRAFT\","
            + "\"campaign\":{\"id\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"code\":\"SPRING-5\",\"kind\":\"AMOUNT\","
            + "\"nameEn\":\"Five off from thirty\",\"nameZh\":\"满30减5\",\"noteEn\":\"\",\"noteZh\":\"\","
            + "\"currency\":\"GBP\",\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"givable\":true},"
            + "\"way\":\"TAKE\",\"event\":null,\"openFrom\":\"2026-11-22T00:00:00Z\","
            + "\"openUntil\":\"2026-12-24T00:00:00Z\",\"left\":1000,\"madeBy\":\"staff:0199a2c4\"}";

    /** It is not as the partner has seen it. */
    String CHANGED = "{\"type\":\"about:blank\",\"title\":\"changed meanwhile\",\"status\":409,"
            + "\"detail\":\"Somebody else changed this in the meantime. Look at it again and repeat.\","
            + "\"code\":\"kernel.CHANGED_MEANWHILE\"}";

    /** A voucher in hand. */
    String VOUCHER = "{\"id\":\"0199a2c4-0000-7000-8000-0000000000d1\",\"campaign\":{\"code\":\"SPRING-5\","
            + "\"kind\":\"AMOUNT\",\"nameEn\":\"Five off from thirty\",\"nameZh\":\"满30减5\",\"currency\":\"GBP\","
            + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000}},"
            + "\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"state\":\"IN_HAND\",\"held\":false,"
            + "\"paused\":false,\"came\":\"TAKEN\",\"issuedAt\":\"2026-11-22T09:30:00Z\",\"validFrom\":\"2026-11-22T09:30:00Z\","
            + "\"validUntil\":\"2026-12-06T09:30:00Z\"}";

    /** None left. */
    String GONE = "{\"type\":\"about:blank\",\"title\":\"gone\",\"status\":409,"
            + "\"detail\":\"All vouchers of this campaign are gone.\",\"code\":\"vouchers.GONE\"}";

    /** A voucher's life. */
    String STORY = "{\"items\":[{\"journalId\":\"0199a2c5-1111-7abc-8def-0123456789ac\",\"what\":\"voucher-taken\","
            + "\"at\":\"2026-11-22T09:30:00Z\",\"amount\":1,\"document\":\"{\\\"campaign\\\":\\\"SPRING-5\\\"}\"}],"
            + "\"after\":null}";

    /** A campaign that opens later. */
    String COMING = "{\"campaign\":{\"id\":\"0199a2c4-0000-7000-8000-0000000000c2\",\"code\":\"MONDAY-5\","
            + "\"kind\":\"AMOUNT\",\"nameEn\":\"Monday's five\",\"nameZh\":\"周一减5\",\"currency\":\"GBP\","
            + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000}},\"left\":100,\"mine\":0,\"perPerson\":1,"
            + "\"takeable\":false,\"from\":\"2026-11-30T10:00:00Z\",\"until\":\"2026-12-06T10:00:00Z\","
            + "\"following\":true}";

    /** What somebody was reminded of. */
    String REMINDERS = "{\"items\":[{\"id\":\"0199a2c4-0000-7000-8000-0000000000f1\",\"kind\":\"OPENED\","
            + "\"campaignId\":\"0199a2c4-0000-7000-8000-0000000000c2\",\"nameEn\":\"Monday's five\","
            + "\"nameZh\":\"周一减5\",\"voucherId\":null,\"at\":\"2026-11-30T10:00:10Z\","
            + "\"until\":\"2026-12-06T10:00:00Z\",\"seen\":false}],\"after\":null,\"unseen\":1}";

    /** As many as one may. */
    String TOO_MANY_FOLLOWED = "{\"type\":\"about:blank\",\"title\":\"too-many-followed\",\"status\":409,"
            + "\"detail\":\"You follow 100 campaigns, and more are not possible. Unfollow one first.\","
            + "\"code\":\"vouchers.TOO_MANY_FOLLOWED\"}";

    /** What has become of a campaign. */
    String FIGURES = "{\"total\":1000,\"left\":940,\"unclaimedCodes\":0,\"hands\":{\"issued\":60,\"inHand\":38,"
            + "\"expired\":2,\"withdrawn\":0},\"used\":20,\"saved\":{\"amount\":10000,\"currency\":\"GBP\"},"
            + "\"budgetLeft\":{\"amount\":0,\"currency\":\"GBP\"},\"followers\":12}";
}
