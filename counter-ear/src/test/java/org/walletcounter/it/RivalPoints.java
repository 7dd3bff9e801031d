package org.walletcounter.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Points of a rival's, all of them real: a programme whose member has some and got a gift for some of them, a correction
 * that waits for a second person, and a segment with a finished snapshot.
 */
record RivalPoints(String programme, String correction, String gift, String given, String segment, String snapshot) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static RivalPoints of(Rival rival, String member) {
        String programme = rival.made("manager", "points-programmes", rules());
        decide(rival, ask(rival, member, programme));
        String gift = rival.made("manager", "points-gifts", gift(programme));
        rival.made("manager", "points-gifts/" + gift + "/stock", "{\"pieces\":5}");
        String given = rival.made("cashier", "points-gifts/" + gift + "/given", giving(member));
        String segment = rival.made("manager", "segments", everybody());
        return new RivalPoints(
                programme, ask(rival, member, programme), gift, given, segment, snapshot(rival, segment, member));
    }

    /** Rules that any programme may have. */
    static String rules() {
        return "{\"code\":\"p-" + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"nameEn\":\"House points\",\"nameZh\":\"本店积分\",\"active\":true,"
                + "\"earning\":{\"basis\":\"AMOUNT\",\"points\":1,\"perMinor\":100,\"pendingDays\":14,\"multipliers\":[]},"
                + "\"lots\":{\"expiry\":\"AFTER_DAYS\",\"days\":365,\"returnDays\":30},"
                + "\"exchange\":{\"points\":100,\"minor\":100,\"least\":100,\"percent\":50,\"cap\":null,\"from\":null,"
                + "\"until\":null}}";
    }

    /** A gift for points of a programme. */
    static String gift(String programme) {
        return "{\"programmeId\":\"" + programme + "\",\"code\":\"mug-"
                + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"nameEn\":\"Mug\",\"nameZh\":\"杯子\",\"points\":200}";
    }

    /** Everybody who has joined. */
    static String everybody() {
        return "{\"code\":\"s-" + UUID.randomUUID().toString().substring(0, 8)
                + "\",\"nameEn\":\"New\",\"nameZh\":\"新客\",\"all\":[{\"any\":[{\"field\":\"JOINED_DAYS\","
                + "\"comparison\":\"AT_MOST\",\"values\":[\"30\"]}]}]}";
    }

    /** One piece of a gift to a member. */
    static String giving(String member) {
        return "{\"memberId\":\"" + member + "\",\"pieces\":1}";
    }

    /** Points for a member of a programme. */
    static String correction(String programme) {
        return "{\"programmeId\":\"" + programme + "\",\"points\":500,\"reason\":\"The till was down on Saturday\"}";
    }

    private static String ask(Rival rival, String member, String programme) {
        return rival.made("manager", "members/" + member + "/points/adjustments", correction(programme));
    }

    private static void decide(Rival rival, String correction) {
        rival.as("administrator")
                .body("{\"approve\":true}")
                .post("api/v1/points-adjustments/" + correction + "/decision")
                .then()
                .statusCode(200);
    }

    private static String snapshot(Rival rival, String segment, String member) {
        String snapshot = rival.made("manager", "segments/" + segment + "/snapshots", "{}");
        Instant patience = Instant.now().plus(PATIENCE);
        String members = "";
        while (!members.contains(member) && Instant.now().isBefore(patience)) {
            members = rival.as("manager")
                    .get("api/v1/segments/snapshots/" + snapshot + "/members")
                    .asString();
        }
        assertThat(members).as("the snapshot's members").contains(member);
        return snapshot;
    }

    /** Which of these a path names. */
    String path(String path) {
        if (path.startsWith("/points-gifts/")) {
            return path.replace("{id}", path.startsWith("/points-gifts/given/") ? given : gift);
        }
        if (path.startsWith("/segments/")) {
            return path.replace("{id}", path.startsWith("/segments/snapshots/") ? snapshot : segment);
        }
        return path.replace("{id}", path.startsWith("/points-adjustments/") ? correction : programme);
    }
}
