package org.walletcounter.web.api.transactions;

/** The examples of the API's description. */
interface Examples {

    /** A wallet payment to take. */
    String PAYMENT_REQUEST = "{\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\","
            + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\",\"saleNumber\":\"T1-20261122-0042\","
            + "\"lines\":[{\"sku\":\"85123A\",\"quantity\":2}],\"amount\":{\"amount\":590,\"currency\":\"GBP\"},"
            + "\"shown\":\"806493767609883988067675\",\"tenders\":[{\"kind\":\"WALLET\","
            + "\"amount\":{\"amount\":590,\"currency\":\"GBP\"}}]}";

    /** The payment it became. */
    String PAYMENT = "{\"id\":\"0199a2c5-1111-7abc-8def-0123456789ab\","
            + "\"merchantId\":\"0199a2c4-0000-7000-8000-000000000000\","
            + "\"storeId\":\"0199a2c4-0000-7000-8000-000000000001\","
            + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\",\"saleNumber\":\"T1-20261122-0042\","
            + "\"state\":\"SUCCEEDED\",\"amount\":{\"amount\":590,\"currency\":\"GBP\"},"
            + "\"refunded\":{\"amount\":0,\"currency\":\"GBP\"},\"refusal\":null,"
            + "\"tenders\":[{\"kind\":\"WALLET\",\"amount\":{\"amount\":590,\"currency\":\"GBP\"},\"received\":null}],"
            + "\"lines\":[{\"line\":1,\"productId\":\"0199a2c4-0000-7000-8000-0000000000aa\",\"sku\":\"85123A\","
            + "\"text\":\"White hanging heart T-light holder\",\"category\":\"Candles\",\"quantity\":2,"
            + "\"unitAmount\":295,\"amount\":590}],\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\","
            + "\"memberName\":\"Ms. L***\",\"cashier\":\"Ann\",\"occurredAt\":\"2026-11-22T09:30:00Z\","
            + "\"businessDay\":\"2026-11-22\",\"journalId\":\"0199a2c5-1111-7abc-8def-0123456789ac\","
            + "\"receiptToken\":\"AZmixREReryN7wEjRWeJqwAAAAAAAAAAAAAAAAAAAAA\",\"tookMillis\":4,\"refunds\":[]}";

    /** A refusal. */
    String REFUSED = "{\"type\":\"about:blank\",\"title\":\"insufficient funds\",\"status\":422,"
            + "\"detail\":\"There is not enough money in the wallet. Top it up or pay another way.\","
            + "\"code\":\"ledger.INSUFFICIENT_FUNDS\",\"payment\":{\"state\":\"REFUSED\"}}";

    /** A refund. */
    String REFUND = "{\"id\":\"0199a2c6-1111-7abc-8def-0123456789ab\","
            + "\"paymentId\":\"0199a2c5-1111-7abc-8def-0123456789ab\",\"amount\":{\"amount\":295,\"currency\":\"GBP\"},"
            + "\"reason\":\"damaged\",\"note\":\"one was broken\",\"cashier\":\"Ann\","
            + "\"occurredAt\":\"2026-11-22T09:45:00Z\",\"journalId\":\"0199a2c6-1111-7abc-8def-0123456789ac\","
            + "\"tenders\":[{\"kind\":\"WALLET\",\"amount\":{\"amount\":295,\"currency\":\"GBP\"},\"received\":null}]}";

    /** A top-up. */
    String TOP_UP = "{\"journalId\":\"0199a2c6-2222-7abc-8def-0123456789ac\","
            + "\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"amount\":{\"amount\":5000,\"currency\":\"GBP\"},"
            + "\"balance\":{\"amount\":8200,\"currency\":\"GBP\"},\"occurredAt\":\"2026-11-22T09:20:00Z\"}";

    /** Taps of a gate. */
    String TAPS_REQUEST = "{\"taps\":[{\"id\":\"0199a2c5-3333-7abc-8def-0123456789ab\","
            + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\",\"token\":\"0412AB7F90\","
            + "\"at\":\"2026-11-22T07:58:03.120Z\",\"fare\":{\"amount\":250,\"currency\":\"GBP\"},\"offline\":false},"
            + "{\"id\":\"0199a2c5-3334-7abc-8def-0123456789ab\","
            + "\"tillId\":\"0199a2c4-0000-7000-8000-000000000002\",\"token\":\"0412AB7F91\","
            + "\"at\":\"2026-11-22T07:58:04.010Z\",\"fare\":{\"amount\":250,\"currency\":\"GBP\"},\"offline\":true}]}";

    /** A tap that was taken. */
    String TAP = "{\"id\":\"0199a2c5-3333-7abc-8def-0123456789ab\",\"result\":\"ACCEPTED\","
            + "\"paymentId\":\"0199a2c5-4444-7abc-8def-0123456789ab\","
            + "\"balance\":{\"amount\":1750,\"currency\":\"GBP\"},\"repeated\":false}";

    /** What became of taps. */
    String TAPS = "{\"taps\":[" + TAP + ",{\"id\":\"0199a2c5-3334-7abc-8def-0123456789ab\",\"result\":\"REFUSED\","
            + "\"detail\":\"There is not enough: GBP 1.20 is available. Top up, pay less, or use another tender for the"
            + " rest.\",\"code\":\"ledger.INSUFFICIENT_FUNDS\",\"repeated\":false}]}";

    /** Whom gates turn away. */
    String DENIED = "{\"items\":[{\"kind\":\"card\","
            + "\"token\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
            + "\"memberId\":\"0199a2c4-0000-7000-8000-0000000000bb\",\"since\":\"2026-11-22T07:58:04Z\"}],"
            + "\"after\":null}";
}
