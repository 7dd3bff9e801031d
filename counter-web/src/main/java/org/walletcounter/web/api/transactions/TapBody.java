package org.walletcounter.web.api.transactions;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Money;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TapAnswer;
import org.walletcounter.web.api.JsonBody;
import org.walletcounter.web.api.Problem;

/**
 * A batch of taps as it came. A tap that cannot be read is refused at its place and spoils none of the others. Read and
 * written by hand: a gate sends many.
 */
final class TapBody {

    private final List<Read> read;

    private TapBody(List<Read> read) {
        this.read = read;
    }

    /** A tap, or why there is none. */
    private record Read(@Nullable Tap tap, @Nullable CounterException refusal) {}

    static TapBody of(JsonBody body) {
        return new TapBody(body.objects("taps", TapBody::read));
    }

    private static Read read(JsonBody tap) {
        try {
            return new Read(
                    new Tap(
                            tap.id("id"),
                            tap.id("tillId"),
                            tap.text("token"),
                            moment(tap),
                            tap.money("fare"),
                            tap.truth("offline", false)),
                    null);
        } catch (CounterException refusal) {
            return new Read(null, refusal);
        }
    }

    private static Instant moment(JsonBody tap) {
        try {
            return Instant.parse(tap.text("at"));
        } catch (DateTimeException unreadable) {
            throw tap.invalid("at");
        }
    }

    /** Those that could be read. */
    List<Tap> taps() {
        List<Tap> taps = new ArrayList<>(read.size());
        for (Read each : read) {
            if (each.tap != null) {
                taps.add(each.tap);
            }
        }
        return taps;
    }

    int size() {
        return read.size();
    }

    /** All answers at their places, as JSON. */
    String answers(List<TapAnswer> answers, Locale locale) {
        StringWriter text = new StringWriter(read.size() * 160);
        Iterator<TapAnswer> next = answers.iterator();
        try (JsonGenerator json = JsonBody.generator(text)) {
            json.writeStartObject().writeStartArray("taps");
            for (Read each : read) {
                if (each.refusal == null) {
                    write(json, next.next(), locale);
                } else {
                    json.writeStartObject().writeNull("id");
                    refused(json, each.refusal, locale);
                    json.write("repeated", false).writeEnd();
                }
            }
            json.writeEnd().writeEnd();
        }
        return text.toString();
    }

    /** One answer as JSON. */
    static String answer(TapAnswer answer, Locale locale) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonBody.generator(text)) {
            write(json, answer, locale);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, TapAnswer answer, Locale locale) {
        json.writeStartObject().write("id", answer.id().toString());
        CounterException refusal = answer.refusal();
        if (refusal == null) {
            accepted(json, answer.paymentId(), answer.balance());
        } else {
            refused(json, refusal, locale);
        }
        json.write("repeated", answer.repeated()).writeEnd();
    }

    private static void accepted(JsonGenerator json, @Nullable UUID paymentId, @Nullable Money balance) {
        json.write("result", "ACCEPTED").write("paymentId", String.valueOf(paymentId));
        if (balance != null) {
            json.writeStartObject("balance")
                    .write("amount", balance.minor())
                    .write("currency", balance.currency())
                    .writeEnd();
        }
    }

    private static void refused(JsonGenerator json, CounterException refusal, Locale locale) {
        json.write("result", "REFUSED");
        Problem.body(refusal, locale).build().forEach((name, value) -> {
            if (!name.equals("type") && !name.equals("title") && !name.equals("status")) {
                json.write(name, value);
            }
        });
    }
}
