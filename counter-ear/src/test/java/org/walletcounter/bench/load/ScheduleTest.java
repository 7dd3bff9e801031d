package org.walletcounter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final long START = 5_000_000_000L;
    private static final long END = START + TimeUnit.SECONDS.toNanos(20);

    @Test
    void as_many_fall_due_as_the_rate_says_whatever_becomes_of_them() {
        Schedule schedule = new Schedule(1000, START, END, 1);
        int due = 0;
        for (; !schedule.isOver(); schedule.advance()) {
            due++;
        }
        assertThat(due).isCloseTo(20_000, Percentage.withPercentage(3));
    }

    @Test
    void moments_only_move_forward_and_stay_within_the_time() {
        Schedule schedule = new Schedule(500, START, END, 2);
        long before = START;
        for (; !schedule.isOver(); schedule.advance()) {
            assertThat(schedule.next()).isBetween(before, END);
            before = schedule.next();
        }
    }

    @Test
    void customers_come_at_random_so_some_gaps_are_thrice_the_usual_one() {
        Schedule schedule = new Schedule(1000, START, END, 3);
        long before = schedule.next();
        int wide = 0;
        int all = 0;
        for (schedule.advance(); !schedule.isOver(); schedule.advance()) {
            wide += schedule.next() - before > 3_000_000 ? 1 : 0;
            all++;
            before = schedule.next();
        }
        assertThat(100.0 * wide / all).as("percent, which is 100 / e³").isBetween(4.0, 6.0);
    }
}
