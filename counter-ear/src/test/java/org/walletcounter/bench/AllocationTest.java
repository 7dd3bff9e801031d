package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final long SERVER = 4711;
    private final Allocation allocation = new Allocation();

    @Test
    void what_threads_allocated_is_added_up_whatever_unit_it_is_told_in() {
        assertThat(allocation.add(
                        SERVER,
                        thread(101, "2K") + thread(102, "100B") + thread(103, "3M")
                                + "\"GC Thread\" os_prio=0 cpu=1.00ms elapsed=3.10s tid=0x1 nid=0x2\n"))
                .isEqualTo(2048 + 100 + 3 * 1024 * 1024);
    }

    @Test
    void a_thread_that_has_ended_takes_nothing_back() {
        double before = allocation.add(SERVER, thread(1, "500M") + thread(2, "1000B"));
        double after = allocation.add(SERVER, thread(2, "1200B") + thread(3, "50B"));
        assertThat(after - before).isEqualTo(250);
    }

    @Test
    void a_process_that_was_started_anew_begins_with_nothing() {
        double before = allocation.add(SERVER, thread(1, "500M"));
        assertThat(allocation.add(SERVER + 1, thread(1, "70B")) - before).isEqualTo(70);
    }

    @Test
    void this_very_process_allocates() {
        long pid = ProcessHandle.current().pid();
        double before = allocation.look(pid);
        byte[][] kept = new byte[8][];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = new byte[1 << 20];
        }
        assertThat(before).isGreaterThan(100_000);
        assertThat(allocation.look(pid) - before).isGreaterThan(7 << 20);
        assertThat(kept[kept.length - 1]).hasSize(1 << 20);
    }

    /** A line as jcmd writes it. */
    private static String thread(int number, String allocated) {
        return String.format(
                Locale.ROOT,
                "\"task \"%d\"\" #%d [12] prio=5 os_prio=0 cpu=12.00ms elapsed=3.10s allocated=%s defined_classes=1 tid=0x1\n",
                number,
                number,
                allocated);
    }
}
