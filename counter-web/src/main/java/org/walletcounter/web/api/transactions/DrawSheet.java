package org.walletcounter.web.api.transactions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
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

    private DrawSheet() {}

    static String draws(LongFunction<List<PrizeDraw>> pages) {
        StringBuilder sheet =
                new StringBuilder("serial,version,drawn_at,drawn_for,hmac,number,of,meant,left_before,given\r\n");
        long after = 0;
        List<PrizeDraw> page = pages.apply(after);
        while (!page.isEmpty()) {
            page.forEach(each -> Row.of(each).write(sheet));
            after = page.get(page.size() - 1).proof().serial();
            page = pages.apply(after);
        }
        return sheet.toString();
    }

    static String reductions(Function<@Nullable UUID, List<Lotteries.DrawnReduction>> pages) {
        StringBuilder sheet = new StringBuilder("payment,version,sale_number,drawn_for,number,off\r\n");
        List<Lotteries.DrawnReduction> page = pages.apply(null);
        while (!page.isEmpty()) {
            page.forEach(each -> line(
                    sheet,
                    each.paymentId(),
                    each.version(),
                    each.saleNumber(),
                    each.drawnFor(),
                    each.value(),
                    each.off()));
            page = pages.apply(page.get(page.size() - 1).paymentId());
        }
        return sheet.toString();
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
        return safe.matches("[0-9A-Za-z_.:/'@+-]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
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
