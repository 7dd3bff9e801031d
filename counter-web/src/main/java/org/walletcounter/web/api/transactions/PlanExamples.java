package org.walletcounter.web.api.transactions;

/** What plans look like, for the API's documentation. */
interface PlanExamples {

    /** A limit that a member sets. */
    String LIMIT = "{\"limit\":{\"amount\":20000,\"currency\":\"GBP\"}}";

    /** A member's plan. */
    String PLAN = "{\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"month\":{\"from\":\"2026-11-01\","
            + "\"until\":\"2026-11-30\",\"today\":\"2026-11-28\",\"seen\":3},"
            + "\"whole\":{\"usual\":{\"amount\":18000,\"currency\":\"GBP\"},\"spent\":{\"amount\":12550,"
            + "\"currency\":\"GBP\"},\"left\":{\"amount\":5450,\"currency\":\"GBP\"}},"
            + "\"categories\":[{\"category\":\"Tea\",\"amounts\":{\"usual\":{\"amount\":18000,\"currency\":\"GBP\"},"
            + "\"spent\":{\"amount\":12550,\"currency\":\"GBP\"},\"left\":{\"amount\":5450,\"currency\":\"GBP\"}}}],"
            + "\"habit\":{\"purchases\":5,\"usualPurchases\":8,\"usualPurchase\":{\"amount\":2200,\"currency\":\"GBP\"},"
            + "\"like\":{\"paymentId\":\"0199a2c4-0000-7000-8000-0000000000aa\",\"day\":\"2026-11-21\","
            + "\"cost\":{\"amount\":2200,\"currency\":\"GBP\"},\"price\":{\"amount\":2400,\"currency\":\"GBP\"}}},"
            + "\"limit\":{\"amount\":{\"amount\":20000,\"currency\":\"GBP\"},\"left\":{\"amount\":7450,"
            + "\"currency\":\"GBP\"},\"share\":6275,\"state\":\"FINE\"},"
            + "\"inHand\":[{\"id\":\"0199a2c4-0000-7000-8000-0000000000d1\","
            + "\"campaignId\":\"0199a2c4-0000-7000-8000-0000000000c1\",\"names\":{\"en\":\"Two off\",\"zh\":\"减2\"},"
            + "\"from\":1500,\"count\":1,\"until\":\"2026-12-12T09:30:00Z\",\"saving\":{\"amount\":200,"
            + "\"currency\":\"GBP\"},\"more\":null}],\"toTake\":[],\"toGrant\":[]}";
}
