package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** What is no yes and no no is never taken for one: a consent may hang on it. */
class JsonBodyTest {

    @Test
    void aTruthIsSaidInFull() {
        assertThat(JsonBody.of("{\"on\":true}").truth("on")).isTrue();
        assertThat(JsonBody.of("{\"on\":false}").truth("on")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"on\":\"perhaps\"}", "{\"on\":\"true\"}", "{\"on\":1}", "{\"on\":{}}"})
    void anythingElseIsRefusedAtItsField(String body) {
        refused(body, KernelError.FIELD_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"on\":null}"})
    void nothingIsNoAnswer(String body) {
        refused(body, KernelError.FIELD_MISSING);
    }

    @Test
    void a_text_has_no_nul() {
        String body = "{\"on\":\"a\\u0000b\",\"many\":[\"a\",\"b\\u0000\"],\"fine\":\"a\\nb\"}";
        assertThat(JsonBody.of(body).text("fine")).isEqualTo("a\nb");
        for (Runnable read : List.<Runnable>of(
                () -> JsonBody.of(body).text("on"), () -> JsonBody.of(body).texts("many"))) {
            assertThatThrownBy(read::run)
                    .isInstanceOfSatisfying(
                            CounterException.class,
                            refusal -> assertThat(refusal.error()).isEqualTo(KernelError.FIELD_INVALID));
        }
    }

    /** What the reader gives up is the sender's mistake, whatever the reader throws. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadIsMalformed(String value) {
        assertThatThrownBy(() -> JsonBody.of("{\"on\":" + value + "}"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.MALFORMED_REQUEST));
    }

    static Stream<String> unreadable() {
        return Stream.of("1e99999999999", "1".repeat(1_200), "[".repeat(1_200) + "]".repeat(1_200), "[", "tru");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483647", "1e-2147483647", "12345678901234567890", "0.5"})
    void aNumberThatIsNoWholeOneOfSixtyFourBitsIsRefusedAtItsField(String value) {
        JsonBody body = JsonBody.of("{\"on\":" + value + "}");
        assertThatThrownBy(() -> body.optionalNumber("on"))
                .isInstanceOfSatisfying(
                        CounterException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(KernelError.FIELD_INVALID));
    }

    private static void refused(String body, KernelError error) {
        assertThatThrownBy(() -> JsonBody.of(body).truth("on"))
                .isInstanceOfSatisfying(CounterException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(error);
                    assertThat(refusal.field()).isEqualTo("on");
                });
    }
}
