package org.walletcounter.web.api.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Screens that do not read are waited for, but not by others. */
class ClosingStreamsTest {

    private static final int MANY = 50;

    private final ClosingStreams closing = new ClosingStreams(work -> {
        Thread thread = new Thread(work, "closer");
        thread.setDaemon(true);
        return thread;
    });

    @Test
    void many_screens_that_do_not_read_hold_up_no_other_and_end_when_they_are_late() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(MANY);
        for (int i = 0; i < MANY; i++) {
            closing.begin(() -> {
                try {
                    read.await();
                } catch (InterruptedException late) {
                    ended.countDown();
                }
            });
        }
        CountDownLatch other = new CountDownLatch(1);
        closing.begin(other::countDown);
        assertThat(other.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.getCount()).isEqualTo(MANY);

        closing.interruptTheLate();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
