package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.walletcounter.run.CannotRun;

class ServerMemoryTest {

    @Test
    void what_the_threads_allocated_is_summed_whatever_unit_it_is_told_in() {
        String threads = """
                "task-1" #101 prio=5 os_prio=0 cpu=12.00ms elapsed=3.10s allocated=2K defined_classes=1 tid=0x1 nid=0x2
                "task-2" #102 prio=5 os_prio=0 cpu=12.00ms elapsed=3.10s allocated=100B defined_classes=0 tid=0x1 nid=0x2
                "task-3" #103 prio=5 os_prio=0 cpu=12.00ms elapsed=3.10s allocated=3M defined_classes=0 tid=0x1 nid=0x2
                "GC Thread" os_prio=0 cpu=1.00ms elapsed=3.10s tid=0x1 nid=0x2
                """;
        assertThat(ServerMemory.sum(threads)).isEqualTo(2048 + 100 + 3 * 1024 * 1024);
    }

    @Test
    void what_lives_on_the_heap_stands_in_the_last_line_of_the_histogram() {
        String histogram = """
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         31415        2718281  [B (java.base@25)
                   2:           100           2400  TotalOfSomething
                Total         31515        2720681
                """;
        assertThat(ServerMemory.total(histogram)).isEqualTo(2_720_681);
        assertThatThrownBy(() -> ServerMemory.total("4711: No such process"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("No such process");
    }

    @Test
    void what_nobody_holds_any_more_is_not_alive() {
        long pid = ProcessHandle.current().pid();
        byte[][] held = {new byte[64 << 20]};
        double with = ServerMemory.liveBytes(pid);
        held[0] = new byte[1];
        assertThat(with - ServerMemory.liveBytes(pid)).isBetween(48.0 * (1 << 20), 80.0 * (1 << 20));
        assertThat(held[0]).hasSize(1);
    }

    @Test
    void this_very_process_has_allocated_something() {
        assertThat(ServerMemory.allocatedBytes(ProcessHandle.current().pid())).isGreaterThan(100_000);
    }

    @Test
    void this_very_process_has_used_the_processor() {
        assertThat(ProcessTree.cpuMicros(ProcessHandle.current().pid())).isGreaterThan(10_000);
        assertThat(ProcessTree.residentBytes(ProcessHandle.current().pid())).isGreaterThan(10_000_000);
    }
}
