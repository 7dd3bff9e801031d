package org.walletcounter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void the_hundredth_slowest_of_ten_thousand_is_the_99th_percentile() {
        Tally tally = new Tally();
        for (int i = 1; i <= 10_000; i++) {
            tally.paid(TimeUnit.MICROSECONDS.toNanos(i));
        }
        JsonObject micros = tally.json(1).getJsonObject("paidMicros");
        assertThat(micros.getInt("p50")).isBetween(4990, 5010);
        assertThat(micros.getInt("p99")).isBetween(9890, 9910);
        assertThat(micros.getInt("p99.9")).isBetween(9980, 10_000);
        assertThat(micros.getInt("max")).isBetween(9990, 10_010);
    }

    @Test
    void what_was_turned_away_does_not_make_the_payments_look_faster() {
        Tally tally = new Tally();
        tally.paid(TimeUnit.MILLISECONDS.toNanos(20));
        tally.shed(TimeUnit.MICROSECONDS.toNanos(100), true);
        tally.shed(TimeUnit.MICROSECONDS.toNanos(100), false);
        JsonObject json = tally.json(1);
        assertThat(json.getJsonObject("paidMicros").getInt("p50")).isBetween(19_900, 20_100);
        assertThat(json.getInt("paid")).isEqualTo(1);
        assertThat(json.getInt("shed")).isEqualTo(2);
        assertThat(json.getInt("shedWithoutRetryAfter")).isEqualTo(1);
    }

    @Test
    void wrong_answers_are_counted_and_some_are_kept_to_be_looked_at() {
        Tally tally = new Tally();
        tally.wrong(422, "{\"code\":\"ledger.INSUFFICIENT_FUNDS\"}");
        tally.wrong(422, "another");
        JsonObject json = tally.json(1);
        assertThat(json.getJsonObject("statuses").getInt("422")).isEqualTo(2);
        assertThat(json.getJsonObject("wrong").getString("status 422")).contains("INSUFFICIENT_FUNDS");
    }
}
