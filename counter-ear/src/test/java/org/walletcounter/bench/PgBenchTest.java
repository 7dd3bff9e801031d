package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.walletcounter.run.CannotRun;

class PgBenchTest {

    @Test
    void the_figure_is_read_from_the_report() {
        String report = """
                latency average = 1.800 ms
                initial connection time = 9.123 ms
                tps = 4449.875312 (without initial connection time)
                """;
        assertThat(PgBench.tps(report)).isEqualTo(4449.875312);
    }

    @Test
    void a_report_without_a_figure_is_shown_whole() {
        assertThatThrownBy(() -> PgBench.tps("pgbench: error: connection refused"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("connection refused");
    }

    @Test
    void a_line_of_the_log_gives_the_microseconds_of_one_transaction() {
        assertThat(PgBench.microsOf("0 199 2241 0 1175850568 995598")).isEqualTo(2241);
    }
}
