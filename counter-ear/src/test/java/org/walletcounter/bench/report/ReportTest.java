package org.walletcounter.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.walletcounter.bench.Figure;
import org.walletcounter.bench.Figure.Wanted;
import org.walletcounter.bench.Outcome;
import org.walletcounter.bench.Sheet;

class ReportTest {

    private static final String MACHINE = "2 cores, PostgreSQL 18.6 in huge pages";

    @TempDir
    Path folder;

    @Test
    void the_files_and_the_table_say_the_same() throws IOException {
        String table = new Report(outcome(0, "")).write(folder);
        JsonObject goal = json().getJsonArray("goals").getJsonObject(0);
        assertThat(goal.getJsonNumber("ours").doubleValue()).isEqualTo(4500);
        assertThat(goal.getJsonNumber("limit").doubleValue()).isEqualTo(4000);
        assertThat(goal.getJsonNumber("ratio").doubleValue()).isEqualTo(1.125);
        assertThat(goal.getBoolean("met")).isTrue();
        assertThat(goal.getJsonObject("rounds").getJsonArray("ours")).hasSize(3);
        assertThat(table).contains("4,500").contains("4,000").contains("1.13").contains("yes");
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("4,500")
                .contains("<svg")
                .contains("p50 &lt; p99")
                .contains(MACHINE);
        assertThat(table).contains(MACHINE);
        assertThat(json().getString("machine")).isEqualTo(MACHINE);
    }

    @Test
    void a_goal_that_was_not_measured_has_no_figure() throws IOException {
        new Report(outcome(0, "")).write(folder);
        JsonObject goal = json().getJsonArray("goals").getJsonObject(1);
        assertThat(goal.isNull("ours")).isTrue();
        assertThat(goal.isNull("met")).isTrue();
        assertThat(goal.getString("note")).isEqualTo("no taps yet");
    }

    @Test
    void a_wrong_answer_or_a_broken_book_spoils_the_run_and_says_so() throws IOException {
        assertThat(new Report(outcome(3, "")).write(folder))
                .contains("DOES NOT COUNT")
                .contains("3 wrong answers");
        assertThat(json().getBoolean("sound")).isFalse();
        assertThat(new Report(outcome(0, "I2 account 7")).write(folder)).contains("I2 account 7");
    }

    private JsonObject json() throws IOException {
        return Json.createReader(Files.newBufferedReader(folder.resolve("result.json")))
                .readObject();
    }

    private static Outcome outcome(long wrong, String findings) {
        Figure measured = new Figure(
                "G1",
                "payments",
                "/s",
                List.of(4500.0, 4600.0, 4400.0),
                List.of(4000.0, 4000.0, 4100.0),
                Wanted.atLeast(1),
                "");
        Figure missing = Figure.unmeasured("G4", "taps", "no taps yet");
        Sheet sheet = new Sheet("Times", "p50 < p99", Sheet.Drawn.LINES, List.of("share", "due/s", "done/s", "p50 ms"))
                .row("25 %", 100.0, 99.0, 2.5)
                .row("50 %", 200.0, 199.0, Double.NaN);
        return new Outcome(
                Instant.EPOCH, MACHINE, "short", 3, List.of(measured, missing), List.of(sheet), wrong, findings);
    }
}
