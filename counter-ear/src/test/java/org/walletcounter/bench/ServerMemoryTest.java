package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void this_very_process_has_allocated_something() {
        assertThat(ServerMemory.allocatedBytes(ProcessHandle.current().pid())).isGreaterThan(100_000);
    }

    @Test
    void this_very_process_has_used_the_processor() {
        assertThat(ProcessTree.cpuMicros(ProcessHandle.current().pid())).isGreaterThan(10_000);
        assertThat(ProcessTree.residentBytes(ProcessHandle.current().pid())).isGreaterThan(10_000_000);
    }
}
