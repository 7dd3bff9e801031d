package org.walletcounter.web.api.transactions;

/** The examples of prices and reckonings in the API's description. */
interface CheckoutExamples {

    /** A sale to price. */
    String QUESTION = "{\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\","
            + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\",\"saleNumber\":\"T1-20261122-0043\","
            + "\"channel\":\"till\",\"orderKind\":\"retail\",\"lines\":[{\"sku\":\"85123A\",\"quantity\":4,\"daysLeft\":2}],"
            + "\"shown\":\"806493767609883988067675\",\"tenders\":[\"WALLET\"],\"pricing\":{\"vouchers\":[],\"without\":[],\"with\":[],\"points\":200}}";

    /** Its price. */
    String QUOTE = "{\"payable\":{\"amount\":880,\"currency\":\"GBP\"},\"memberName\":\"Ms. L***\",\"tier\":\"gold\","
            + "\"lines\":[{\"line\":1,\"sku\":\"85123A\",\"quantity\":4,\"unitAmount\":295,\"amount\":880}],"
            + "\"points\":[],\"pointsEarned\":9,\"quote\":{\"totals\":{\"list\":1180,\"net\":1080,\"points\":200,"
            + "\"pointsSpent\":200,\"payable\":880},\"trace\":[{\"step\":\"ORDER\",\"base\":1180,\"amount\":-100}]}}";

    /** Goods that come back. */
    String LINES = "{\"lines\":[{\"line\":1,\"quantity\":2}],\"reason\":\"returned\"}";

    /** What it would do. */
    String CALCULATION = "{\"amount\":{\"amount\":390,\"currency\":\"GBP\"},\"pointsBack\":100,\"pointsTaken\":4,"
            + "\"vouchersBack\":[],\"prizesBack\":[{\"names\":{\"en\":\"Tea mug\",\"zh\":\"茶杯\"},"
            + "\"becomes\":\"PUT_BACK\",\"count\":1}],\"tenders\":[{\"kind\":\"WALLET\",\"amount\":{\"amount\":390,\"currency\":\"GBP\"}}],"
            + "\"plan\":{\"goods\":440,\"money\":390,\"points\":100,\"withheld\":50,\"given\":0}}";
}
