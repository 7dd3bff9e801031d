package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Vouchers of a rival's, all of them real: a campaign with a batch of codes, one of which is still in an envelope, and one
 * voucher that a member brought in and that lies at a checkout.
 */
record RivalVouchers(String campaign, String batch, String code, String voucher, String hold) {

    /** A draft that any merchant may write down, and a rewrite of one. */
    static String draft() {
        return ("{\"code\":\"RV-%s\",\"nameEn\":\"Five off\",\"nameZh\":\"减五镑\",\"currency\":\"GBP\","
                        + "\"worth\":{\"kind\":\"AMOUNT\",\"off\":500,\"from\":3000},\"openFrom\":\"%s\","
                        + "\"openUntil\":\"%s\",\"validDays\":14,\"way\":\"CODE\",\"total\":100}")
                .formatted(
                        UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                        Instant.now().minusSeconds(60),
                        Instant.now().plus(Duration.ofDays(10)));
    }

    static RivalVouchers of(Rival rival, String member) {
        String campaign = rival.made("manager", "voucher-campaigns", draft());
        rival.made("manager", "voucher-campaigns/" + campaign + "/state", "{\"state\":\"LIVE\"}");
        String batch = rival.made(
                "manager", "voucher-campaigns/" + campaign + "/codes", "{\"label\":\"Envelopes\",\"count\":2}");
        String[] codes = rival.as("manager")
                .get("api/v1/voucher-campaigns/" + campaign + "/codes/" + batch)
                .asString()
                .split("\r\n");
        assertThat(codes).hasSize(3);
        String voucher = rival.made(
                "cashier", "vouchers/by-code", "{\"code\":\"" + codes[1] + "\",\"memberId\":\"" + member + "\"}");
        String hold = rival.as("cashier")
                .body(holding(voucher))
                .post("api/v1/vouchers/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].hold");
        return new RivalVouchers(campaign, batch, codes[2], voucher, hold);
    }

    /** Sets a voucher aside. */
    static String holding(String voucher) {
        return "{\"reason\":\"sale\",\"uses\":[{\"voucherId\":\"" + voucher
                + "\",\"saving\":{\"amount\":500,\"currency\":\"GBP\"}}]}";
    }

    /** Which of these a path names. */
    String path(String path) {
        String version = path.endsWith("/agreement") ? "?version=1" : "";
        return path.startsWith("/vouchers/")
                ? path.replace("{id}", voucher)
                : path.replace("{id}", campaign).replace("{batch}", batch) + version;
    }
}
