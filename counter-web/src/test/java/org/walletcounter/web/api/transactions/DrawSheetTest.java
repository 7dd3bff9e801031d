package org.walletcounter.web.api.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.promotions.Prize;
import org.walletcounter.promotions.Terms;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;
import org.walletcounter.transactions.TransactionError;

/** A sheet of draws says the same whatever its length, and never holds more of it than a page. */
class DrawSheetTest {

    private static final UUID ID = UUID.fromString("0199a2c4-0000-7000-8000-0000000000d1");
    private static final Terms.Names NAMES = new Terms.Names("Tea mug", "茶杯");
    private static final int MANY = 100 * DrawSheet.PAGE;

    @Test
    void a_page_is_asked_for_when_all_before_it_is_written() throws IOException {
        CountingLines target = new CountingLines();
        StreamingOutput sheet = DrawSheet.draws(after -> {
            assertThat(target.lines).isEqualTo(after == 0 ? 0 : after + 1);
            return LongStream.rangeClosed(after + 1, Math.min(MANY, after + DrawSheet.PAGE))
                    .mapToObj(serial -> draw(serial, null))
                    .toList();
        });

        assertThat(target.lines).isZero();
        sheet.write(target);
        assertThat(target.lines).isEqualTo(MANY + 1);
    }

    @Test
    void a_draw_is_a_line_with_all_that_it_takes_to_reckon_it_again() throws IOException {
        StreamingOutput sheet =
                DrawSheet.draws(after -> after == 0 ? List.of(draw(1, "MUG"), draw(2, null)) : List.of());

        assertThat(written(sheet)).isEqualTo("""
                serial,version,drawn_at,drawn_for,hmac,number,of,meant,left_before,given
                1,1,2026-11-28T10:15:00Z,lottery:1:ticket,ab12,17,100,MUG,8,MUG
                2,1,2026-11-28T10:15:00Z,lottery:2:ticket,ab12,17,100,,,
                """.replace("\n", "\r\n"));
    }

    @Test
    void what_a_till_has_written_is_no_formula() throws IOException {
        Lotteries.DrawnReduction risky = new Lotteries.DrawnReduction(ID, 2, "=1+1", "a,\"b\"", 3, 50);
        StreamingOutput sheet = DrawSheet.reductions(after -> after == null ? List.of(risky) : List.of());

        assertThat(written(sheet))
                .isEqualTo("payment,version,sale_number,drawn_for,number,off\r\n" + ID
                        + ",2,\"'=1+1\",\"a,\"\"b\"\"\",3,50\r\n");
    }

    @Test
    void a_refusal_comes_before_anything_is_written() {
        assertThatThrownBy(() -> DrawSheet.draws(after -> {
                    throw new CounterException(TransactionError.NOT_REVEALED_YET);
                }))
                .hasMessageContaining("NOT_REVEALED_YET");
    }

    private static PrizeDraw draw(long serial, @Nullable String prize) {
        return new PrizeDraw(
                ID,
                ID,
                ID,
                NAMES,
                Instant.parse("2026-11-28T10:15:00Z"),
                prize == null ? PrizeDraw.State.BLANK : PrizeDraw.State.HANDED_OVER,
                prize == null ? null : new PrizeDraw.Prize(prize, NAMES, Prize.Gives.GIFT, null, 900, "GBP"),
                null,
                null,
                null,
                null,
                new PrizeDraw.Proof(
                        1, serial, "lottery:" + serial + ":ticket", "ab12", 17, 100, prize, prize == null ? null : 8L));
    }

    private static String written(StreamingOutput sheet) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        sheet.write(target);
        return target.toString(StandardCharsets.UTF_8);
    }

    /** Keeps nothing of what is written but how many lines it was. */
    private static final class CountingLines extends OutputStream {

        private long lines;

        @Override
        public void write(int written) {
            lines += written == '\n' ? 1 : 0;
        }
    }
}
