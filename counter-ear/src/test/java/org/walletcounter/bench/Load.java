package org.walletcounter.bench;

import jakarta.json.JsonObject;

/** What came of one load. */
record Load(JsonObject json) {

    private static final double NANOS = 1e9;

    double seconds() {
        return json.getJsonNumber("nanos").doubleValue() / NANOS;
    }

    long paid() {
        return json.getJsonNumber("paid").longValue();
    }

    double paidPerSecond() {
        return paid() / seconds();
    }

    long shed() {
        return json.getJsonNumber("shed").longValue();
    }

    /** A percentile of the paid ones' answer times in milliseconds, as in "p99" or "max". */
    double millis(String percentile) {
        return json.getJsonObject("paidMicros").getJsonNumber(percentile).doubleValue() / 1000;
    }

    /** What was neither paid nor turned away in good order. */
    long wrong() {
        long answered = json.getJsonObject("statuses").values().stream()
                .mapToLong(count -> Long.parseLong(count.toString()))
                .sum();
        return answered - paid() - shed() + json.getJsonNumber("unanswered").longValue();
    }

    String samples() {
        return json.getJsonObject("wrong").toString();
    }
}
