package org.walletcounter.promotions.internal.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {

    private static final byte[] SEED =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

    /** As openssl says it: dgst -sha256, and dgst -sha256 -mac HMAC -macopt hexkey:…. */
    @Test
    void anybodyReckonsTheSameWithTheToolsOfTheirSystem() {
        assertThat(Draw.commitment(SEED)).isEqualTo("630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd");
        Draw.Number drawn = Draw.of(SEED, "campaign:1:ticket", 1_000);
        assertThat(drawn.hash()).isEqualTo("829e661a957e19fe69257ce672cfb4db0c18518e54821dd7c53d8a78bfcbdb45");
        assertThat(drawn.value())
                .isEqualTo(new BigInteger(drawn.hash(), 16)
                        .mod(BigInteger.valueOf(1_000))
                        .longValueExact());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 7, 10, 64})
    void allNumbersAreEquallyLikely(long bound) {
        int draws = 40_000;
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < draws; i++) {
            counts.merge(Draw.of(SEED, "campaign:" + i + ":ticket", bound).value(), 1, Integer::sum);
        }
        double expected = (double) draws / bound;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(counts.keySet()).allSatisfy(number -> assertThat(number).isBetween(0L, bound - 1));
        // with as many degrees of freedom as numbers less one, more than this is seen once in a million seeds
        assertThat(chiSquare).isLessThan(bound + 5 * Math.sqrt(2 * bound) + 12);
    }

    @Test
    void aHashInTheLastIncompleteRoundIsNotUsed() {
        byte[] highest = new byte[32];
        Arrays.fill(highest, (byte) 0xff);
        assertThat(Draw.fair(highest, SEED, "text", 7)).isEqualTo(Draw.of(SEED, "text+", 7));
        assertThat(Draw.fair(highest, SEED, "text", 8).value()).isEqualTo(7);
    }

    @Test
    void anotherTextSeedOrSerialDrawsSomethingElse() {
        byte[] other = "another seed of thirty-two bytes".getBytes(StandardCharsets.US_ASCII);
        assertThat(Draw.of(SEED, "a:1:t", 10).hash())
                .isNotEqualTo(Draw.of(SEED, "a:2:t", 10).hash())
                .isNotEqualTo(Draw.of(other, "a:1:t", 10).hash());
    }
}
