package org.walletcounter.bench.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** What came of one load: how many answers of which status, how long each took, and the first of each kind that was wrong. */
final class Tally {

    private static final long HIGHEST = TimeUnit.MINUTES.toMicros(2);
    private final Histogram paid = new Histogram(HIGHEST, 3);
    private final Histogram shed = new Histogram(HIGHEST, 3);
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final Map<String, String> wrong = new TreeMap<>();
    private long shedWithoutAdvice;
    private long unanswered;
    private long late;

    void paid(long nanos) {
        statuses.merge(201, 1L, Long::sum);
        record(paid, nanos);
    }

    /** Turned away before anything was done. */
    void shed(long nanos, boolean saysWhenToComeBack) {
        statuses.merge(503, 1L, Long::sum);
        record(shed, nanos);
        if (!saysWhenToComeBack) {
            shedWithoutAdvice++;
        }
    }

    void wrong(int status, String body) {
        statuses.merge(status, 1L, Long::sum);
        if (wrong.size() < 5) {
            wrong.putIfAbsent("status " + status, body);
        }
    }

    void broken(String what) {
        unanswered++;
        wrong.putIfAbsent("connection", what);
    }

    /** Requests of an open loop that were never sent: no connection had become free. */
    void neverSent(long count) {
        late = count;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(HIGHEST, TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    JsonObject json(long nanos) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        statuses.forEach((status, count) -> counts.add(Integer.toString(status), count));
        JsonObjectBuilder samples = Json.createObjectBuilder();
        wrong.forEach(samples::add);
        return Json.createObjectBuilder()
                .add("nanos", nanos)
                .add("statuses", counts)
                .add("paid", paid.getTotalCount())
                .add("paidMicros", percentiles(paid))
                .add("shed", shed.getTotalCount())
                .add("shedMicros", percentiles(shed))
                .add("shedWithoutRetryAfter", shedWithoutAdvice)
                .add("unanswered", unanswered)
                .add("neverSent", late)
                .add("wrong", samples)
                .build();
    }

    private static JsonObjectBuilder percentiles(Histogram histogram) {
        JsonObjectBuilder values = Json.createObjectBuilder();
        for (String percentile : new String[] {"50", "95", "99", "99.9"}) {
            values.add("p" + percentile, histogram.getValueAtPercentile(Double.parseDouble(percentile)));
        }
        return values.add("max", histogram.getMaxValue()).add("mean", Math.round(histogram.getMean()));
    }
}
