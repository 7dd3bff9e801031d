package org.walletcounter.web.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A room of 256: 160 when they stay, calm at 40. */
class RoomTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Room room = new Room(256, now::get);

    @Test
    void a_rush_finds_all_the_room() {
        assertThat(comeIn(300)).isEqualTo(256);
    }

    @Test
    void a_rush_long_after_the_last_one_left_does_too() {
        pass(3_600_000);
        assertThat(comeIn(300)).isEqualTo(256);
    }

    @Test
    void a_crowd_that_stays_is_kept_shorter() {
        comeIn(256);
        pass(499);
        goOut(1);
        assertThat(comeIn(1)).as("still a rush").isEqualTo(1);
        pass(1);
        goOut(97);
        assertThat(comeIn(10)).as("159 are there").isEqualTo(1);
    }

    @Test
    void when_it_was_calm_for_a_moment_it_was_a_rush() {
        comeIn(256);
        pass(600);
        goOut(216);
        assertThat(comeIn(300)).isEqualTo(216);
    }

    @Test
    void it_is_not_calm_while_others_are_sent_away() {
        comeIn(256);
        pass(500);
        assertThat(comeIn(1)).isZero();
        goOut(216);
        assertThat(comeIn(300))
                .as("a batch has left, and the crowd is still there")
                .isEqualTo(120);
        pass(499);
        goOut(130);
        pass(1);
        goOut(1);
        assertThat(comeIn(300)).as("nobody was sent away since").isEqualTo(227);
    }

    @Test
    void who_finds_it_full_is_sent_away() {
        comeIn(256);
        pass(500);
        assertThat(room.isFull()).isTrue();
        goOut(216);
        assertThat(comeIn(300)).isEqualTo(120);
    }

    @Test
    void fewer_than_a_crowd_are_never_sent_away() {
        comeIn(128);
        for (int second = 0; second < 60; second++) {
            pass(1000);
            goOut(20);
            assertThat(comeIn(20)).isEqualTo(20);
        }
    }

    private int comeIn(int many) {
        int in = 0;
        for (int i = 0; i < many; i++) {
            in += room.enter() ? 1 : 0;
        }
        return in;
    }

    private void goOut(int many) {
        for (int i = 0; i < many; i++) {
            room.leave();
        }
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
