package org.walletcounter.bench;

import jakarta.json.JsonObject;
import java.util.Locale;

/** What came of one load. "Paid" are all answers that give what was asked for. */
public record Load(JsonObject json) {

    private static final double NANOS = 1e9;

    /** How long it lasted. */
    public double seconds() {
        return json.getJsonNumber("nanos").doubleValue() / NANOS;
    }

    /** How many were answered with what they asked for. */
    public long paid() {
        return json.getJsonNumber("paid").longValue();
    }

    /** The same by time. */
    public double paidPerSecond() {
        return paid() / seconds();
    }

    /** How many were turned away with 503. */
    public long shed() {
        return json.getJsonNumber("shed").longValue();
    }

    /** A percentile of the paid ones' answer times in milliseconds, as in "p99" or "max". */
    public double millis(String percentile) {
        return json.getJsonObject("paidMicros").getJsonNumber(percentile).doubleValue() / 1000;
    }

    /** What was neither paid nor turned away in good order. */
    public long wrong() {
        long answered = json.getJsonObject("statuses").values().stream()
                .mapToLong(count -> Long.parseLong(count.toString()))
                .sum();
        return answered - paid() - shed() + json.getJsonNumber("unanswered").longValue();
    }

    /** Some of the wrong answers. */
    public String samples() {
        return json.getJsonObject("wrong").toString();
    }

    /** How many were turned away without being told when to come back. */
    public long shedWithoutAdvice() {
        return json.getJsonNumber("shedWithoutRetryAfter").longValue();
    }

    /** How many fell due and found no free connection until the end. */
    public long neverSent() {
        return json.getJsonNumber("neverSent").longValue();
    }

    @Override
    public String toString() {
        String bad = wrong() == 0 ? "" : "  WRONG " + wrong() + " " + samples();
        String away = shed() + neverSent() == 0 ? "" : "  turned away " + shed() + ", never sent " + neverSent();
        return String.format(
                        Locale.ROOT,
                        "%.0f/s  p50 %.2f  p95 %.2f  p99 %.2f  p99.9 %.2f ms",
                        paidPerSecond(),
                        millis("p50"),
                        millis("p95"),
                        millis("p99"),
                        millis("p99.9"))
                + away
                + bad;
    }
}
