package org.walletcounter.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.walletcounter.notices.internal.Segmentation.Message;

/** What a text looks like on its way to a phone. */
class SegmentationTest {

    @Example
    void plainLettersGoAsTheyAreUpToAHundredAndSixty() {
        Message message = Segmentation.of("A".repeat(160), 7);
        assertThat(message.wide()).isFalse();
        assertThat(message.segments())
                .singleElement()
                .satisfies(body -> assertThat(body).hasSize(160));
        assertThat(Segmentation.of("A".repeat(161), 7).segments())
                .extracting(body -> body.length)
                .containsExactly(159, 14);
    }

    @Example
    void chineseGoesWideUpToSeventy() {
        Message message = Segmentation.of("码".repeat(70), 7);
        assertThat(message.wide()).isTrue();
        assertThat(message.segments()).hasSize(1);
        assertThat(Segmentation.of("码".repeat(71), 7).segments())
                .extracting(body -> body.length)
                .containsExactly(140, 14);
    }

    @Example
    void partsCarryTheirNumberAndTheReferenceOfTheWhole() {
        assertThat(Segmentation.of("A".repeat(400), 0xAB).segments())
                .extracting(body -> Arrays.copyOf(body, 6))
                .containsExactly(header(1), header(2), header(3));
    }

    @Property(tries = 200)
    void whateverIsCutFitsAndReadsTheSameAgain(@ForAll @StringLength(max = 500) String text) {
        String written = new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        Message message = Segmentation.of(written, 1);
        int header = message.segments().size() > 1 ? 6 : 0;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] body : message.segments()) {
            assertThat(body.length).isLessThanOrEqualTo(message.wide() ? 140 : header == 0 ? 160 : 159);
            byte[] part = Arrays.copyOfRange(body, header, body.length);
            whole.writeBytes(part);
            if (message.wide()) {
                String alone = new String(part, StandardCharsets.UTF_16BE);
                assertThat(alone)
                        .isEqualTo(new String(alone.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE));
            }
        }
        assertThat(whole.toString(message.wide() ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII))
                .isEqualTo(written);
    }

    private static byte[] header(int part) {
        return new byte[] {5, 0, 3, (byte) 0xAB, 3, (byte) part};
    }
}
