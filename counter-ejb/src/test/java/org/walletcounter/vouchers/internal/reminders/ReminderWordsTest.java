package org.walletcounter.vouchers.internal.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.vouchers.Reminder.Kind;

class ReminderWordsTest {

    private static final int ONE_MESSAGE = 160;

    private final MerchantView shop =
            new MerchantView(UUID.randomUUID(), "TEA", "Tea House", "茶舍", "CNY", ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @EnumSource
    void everyKindIsSaidInBothLanguagesByTheMerchantsClock(Kind kind) {
        assertThat(ReminderWords.of(news(kind), shop, "en"))
                .contains("Tea House: ", "\"Five off\"", "Settings")
                .doesNotContain("{", "}");
        assertThat(ReminderWords.of(news(kind), shop, "zh"))
                .contains("【茶舍】", "“减五元”", "设置")
                .doesNotContain("{", "}");
    }

    @ParameterizedTest
    @EnumSource
    void inEnglishItIsOneTextMessage(Kind kind) {
        String words = ReminderWords.of(news(kind), shop, "en");
        assertThat(words).hasSizeLessThanOrEqualTo(ONE_MESSAGE);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(words)).isTrue();
    }

    @Test
    void theMomentIsWrittenAsPeopleWriteIt() {
        assertThat(ReminderWords.of(news(Kind.ENDING), shop, "en")).contains("Mon 30 Nov, 18:00");
        assertThat(ReminderWords.of(news(Kind.ENDING), shop, "zh")).contains("11月30日 18:00");
    }

    private ReminderBook.News news(Kind kind) {
        return new ReminderBook.News(
                kind,
                UUID.randomUUID(),
                new ReminderBook.About(shop.id(), UUID.randomUUID(), "Five off", "减五元"),
                kind == Kind.EXPIRING ? UUID.randomUUID() : null,
                Instant.parse("2026-11-30T10:00:00Z"));
    }
}
