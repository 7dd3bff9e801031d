package org.walletcounter.web.api.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.PlainTerms;
import org.walletcounter.web.api.JsonBody;

/** What no table could hold is refused where it is said. */
class CampaignBodyTest {

    private static final String WORTH = "\"worth\":{\"kind\":\"PERCENT\",\"basisPoints\":1250}";

    @Test
    void a_campaign_is_read_in_a_few_words() {
        CampaignForm form = read(WORTH, "2026-07-01T00:00:00+01:00");
        assertThat(PlainTerms.of(form.terms()).worth().basisPoints()).isEqualTo(1250);
        assertThat(form.giving().from()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+300000-01-01T00:00:00Z", "+10000-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "soon"})
    void a_moment_is_one_of_business(String openFrom) {
        refused(WORTH, openFrom, KernelError.FIELD_INVALID, "openFrom");
    }

    @ParameterizedTest
    @CsvSource({"PERCENT, basisPoints, 3000000000", "PERCENT, basisPoints, 0.5", "GIFT, pieces, -3000000000"})
    void a_count_has_32_bits(String kind, String field, String count) {
        String worth = "\"worth\":{\"kind\":\"" + kind + "\",\"" + field + "\":" + count + "}";
        refused(worth, "2026-07-01T00:00:00Z", KernelError.FIELD_INVALID, "worth." + field);
    }

    /** The terms are a text in a text: the outer one has no NUL. */
    @Test
    void a_text_of_whole_terms_has_no_nul() {
        String terms = "\"terms\":\"{\\\"terms\\\":{\\\"names\\\":{\\\"en\\\":\\\"a\\\\u0000\\\"}}}\"";
        refused(terms, "2026-07-01T00:00:00Z", PromotionError.DEFINITION_UNREADABLE, "terms.names.en");
    }

    private static void refused(String promised, String openFrom, ErrorCode error, String field) {
        assertThatThrownBy(() -> read(promised, openFrom)).isInstanceOfSatisfying(CounterException.class, refusal -> {
            assertThat(refusal.error()).isEqualTo(error);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }

    private static CampaignForm read(String promised, String openFrom) {
        String body = "{\"code\":\"SPRING\",\"nameEn\":\"Less\",\"nameZh\":\"减\",\"currency\":\"GBP\"," + promised
                + ",\"way\":\"TAKE\",\"openFrom\":\"" + openFrom + "\",\"openUntil\":\"2026-12-31T00:00:00Z\"}";
        return CampaignBody.read(JsonBody.of(body), new JsonDefinitions());
    }
}
