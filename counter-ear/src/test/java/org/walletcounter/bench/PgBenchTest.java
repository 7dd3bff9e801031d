package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void what_new_sessions_did_first_can_be_left_out() {
        List<String> log =
                List.of("1 0 900 0 1175850570 995599", "0 0 240000 0 1175850568 995598", "0 1 800 0 1175850570 995597");
        assertThat(PgBench.histogram(log, 2).getMaxValue()).isEqualTo(900);
        assertThat(PgBench.histogram(log, 2).getTotalCount()).isEqualTo(1);
        assertThat(PgBench.histogram(log, 0).getTotalCount()).isEqualTo(3);
    }
}
