package org.walletcounter.web.api.transactions;

import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.walletcounter.transactions.Lotteries;
import org.walletcounter.transactions.PrizeDraw;

/** Draws for whoever reckons them again: without members. */
public final class DrawSheet {

    static final int PAGE = 1_000;

    static final String EXAMPLE = "{\"serial\":42,\"version\":1,\"drawnAt\":\"2026-11-28T10:15:00Z\",\"drawnFor\":\""
            + LotteryExamples.CAMPAIGN + ":42:0199a2c4-0000-7000-8000-0000000000d1/1/1\","
            + "\"hash\":\"829e661a957e19fe69257ce672cfb4db0c18518e54821dd7c53d8a78bfcbdb45\",\"value\":17,"
            + "\"weights\":100,\"meant\":\"MUG\",\"leftBefore\":8,\"given\":\"MUG\"}";

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_.:/'@+-]*");

    private DrawSheet() {}

    /** As many rows as a page may have. */
    static int page(int wished) {
        return Math.max(1, Math.min(wished, PAGE));
    }

    /** The draws of a lottery, by pages after a serial; the first page is asked for at once. */
    static StreamingOutput draws(LongFunction<List<PrizeDraw>> pages) {
        return new PagedSheet<PrizeDraw>(
                "serial,version,drawn_at,drawn_for,hmac,number,of,meant,left_before,given\r\n",
                last -> pages.apply(last == null ? 0 : last.proof().serial()),
                (sheet, each) -> Row.of(each).write(sheet));
    }

    /** Random reductions, by pages after a payment; the first page is asked for at once. */
    static StreamingOutput reductions(Function<@Nullable UUID, List<Lotteries.DrawnReduction>> pages) {
        return new PagedSheet<Lotteries.DrawnReduction>(
                "payment,version,sale_number,drawn_for,number,off\r\n",
                last -> pages.apply(last == null ? null : last.paymentId()),
                (sheet, each) -> line(
                        sheet,
                        each.paymentId(),
                        each.version(),
                        each.saleNumber(),
                        each.drawnFor(),
                        each.value(),
                        each.off()));
    }

    private static void line(StringBuilder sheet, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            sheet.append(i == 0 ? "" : ",").append(quoted(values[i]));
        }
        sheet.append("\r\n");
    }

    /** What a merchant or a till has written must not become a formula in somebody's spreadsheet. */
    private static String quoted(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean risky = value instanceof String && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        String safe = risky ? "'" + text : text;
        return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A draw without its member. */
    public record Row(
            long serial,
            int version,
            Instant drawnAt,
            String drawnFor,
            String hash,
            long value,
            long weights,
            @Nullable String meant,
            @Nullable Long leftBefore,
            @Nullable String given) {

        static Row of(PrizeDraw draw) {
            PrizeDraw.Proof proof = draw.proof();
            PrizeDraw.Prize prize = draw.prize();
            return new Row(
                    proof.serial(),
                    proof.version(),
                    draw.drawnAt(),
                    proof.drawnFor(),
                    proof.hash(),
                    proof.value(),
                    proof.weights(),
                    proof.meant(),
                    proof.leftBefore(),
                    prize == null ? null : prize.code());
        }

        void write(StringBuilder sheet) {
            line(sheet, serial, version, drawnAt, drawnFor, hash, value, weights, meant, leftBefore, given);
        }
    }
}
