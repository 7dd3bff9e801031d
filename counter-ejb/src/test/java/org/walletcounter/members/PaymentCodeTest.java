package org.walletcounter.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCodeTest {

    private static final long LATEST_STEP = 200_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "10000,     MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=, 59,         806493767609883988067675",
        "10000,     MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=, 1795316400, 802142819379443060393262",
        "987654321, AAECAwQFBgcICQoLDA0ODxAREhM=, 1795316430, 802929801638378271703578"
    })
    void theVectorsOfTheIntegratorGuideHold(long device, String secret, long second, String digits) {
        DeviceKey key = new DeviceKey(device, secret, PaymentCode.STEP_SECONDS, PaymentCode.PREFIX);
        assertThat(key.codeAt(Instant.ofEpochSecond(second)).digits()).isEqualTo(digits);
    }

    @Property(tries = 500)
    void whatIsShownReadsBackAsTheSameDevice(
            @ForAll @LongRange(max = 999_999_999L) long device,
            @ForAll @Size(20) byte[] secret,
            @ForAll @LongRange(max = LATEST_STEP) long step) {
        PaymentCode code = PaymentCode.of(device, secret, step);
        assertThat(code.digits()).hasSize(24).startsWith("80").containsOnlyDigits();
        assertThat(PaymentCode.parse(code.digits())).contains(code);
        assertThat(code.isOf(secret, step)).isTrue();
    }

    @Property(tries = 500)
    void noOtherStepAndNoOtherSecretAcceptsACode(
            @ForAll @LongRange(max = 999_999_999L) long device,
            @ForAll @Size(20) byte[] secret,
            @ForAll @Size(20) byte[] otherSecret,
            @ForAll @LongRange(min = 10, max = LATEST_STEP) long step,
            @ForAll @IntRange(min = 1, max = 10) int apart) {
        PaymentCode code = PaymentCode.of(device, secret, step);
        assertThat(code.isOf(secret, step + apart)).isFalse();
        assertThat(code.isOf(secret, step - apart)).isFalse();
        assertThat(java.util.Arrays.equals(secret, otherSecret) || !code.isOf(otherSecret, step))
                .isTrue();
    }

    @Property(tries = 500)
    void oneDigitTamperedWithIsRefused(
            @ForAll @LongRange(max = 999_999_999L) long device,
            @ForAll @Size(20) byte[] secret,
            @ForAll @LongRange(max = LATEST_STEP) long step,
            @ForAll @IntRange(max = 23) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = PaymentCode.of(device, secret, step).digits().toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        boolean accepted = PaymentCode.parse(new String(digits))
                .filter(code -> code.device() == device)
                .filter(code -> code.isOf(secret, step))
                .isPresent();
        assertThat(accepted).isFalse();
    }

    @Test
    void aDayOfADeviceHasNoTwoCodesAlikeAndTheyLookUnrelated() {
        byte[] secret = "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Set<String> codes = new HashSet<>();
        Set<String> devicePlaces = new HashSet<>();
        for (long step = 59_843_880; step < 59_843_880 + 2880; step++) {
            String digits = PaymentCode.of(10_000, secret, step).digits();
            codes.add(digits);
            devicePlaces.add(digits.substring(2, 11));
        }
        assertThat(codes).hasSize(2880);
        assertThat(devicePlaces).hasSizeGreaterThan(2870);
    }

    @Test
    void blanksAndHyphensDoNotMatter() {
        assertThat(PaymentCode.parse(" 8064 9376 7609-8839 8806 7675 \n"))
                .map(PaymentCode::digits)
                .contains("806493767609883988067675");
    }

    @ParameterizedTest
    @CsvSource({"134567890123456789", "806493767609883988067", "906493767609883988067675", "M10247731", "''"})
    void whatIsNotOneOfOursIsNotRead(String shown) {
        assertThat(PaymentCode.parse(shown)).isEmpty();
    }

    @Test
    void aKeyAndACodeNeverPrintTheirSecrets() {
        DeviceKey key = new DeviceKey(7, Base64.getEncoder().encodeToString(new byte[20]), 30, "80");
        assertThat(key.toString()).doesNotContain(key.secret());
        PaymentCode code = key.codeAt(Instant.EPOCH);
        assertThat(code.toString()).doesNotContain(code.digits()).doesNotContain(Long.toString(code.mac()));
    }

    @Test
    void numbersThatDoNotFitTheDigitsAreRefused() {
        assertThatThrownBy(() -> new PaymentCode(1_000_000_000L, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaymentCode(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
