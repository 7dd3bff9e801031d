package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.walletcounter.run.CannotRun;

class ServerMemoryTest {

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
    void this_very_process_has_used_the_processor() {
        assertThat(ProcessTree.cpuMicros(ProcessHandle.current().pid())).isGreaterThan(10_000);
        assertThat(ProcessTree.residentBytes(ProcessHandle.current().pid())).isGreaterThan(10_000_000);
    }
}
