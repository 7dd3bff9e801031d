package org.walletcounter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an installation's server is told. */
class ConfigureScriptTest {

    private static final Path SCRIPT = Path.of("src/main/scripts/configure.cli");

    /** A database that vanishes without a word is noticed by nothing else before a quarter of an hour has gone by. */
    @ParameterizedTest
    @CsvSource({"CounterDS, 180", "CounterLedgerDS, 30", "CounterReadDS, 600"})
    void noPoolWaitsForeverForADatabaseThatIsSilent(String pool, int seconds) throws IOException {
        assertThat(url(pool)).contains("connectTimeout=5").contains("&socketTimeout=" + seconds + "&");
    }

    /** A step of a migration takes as long as the tables are large. */
    @Test
    void aMigrationMayTakeLong() throws IOException {
        assertThat(url("CounterOwnerDS")).contains("connectTimeout=5").doesNotContain("socketTimeout");
    }

    /** An upgrade's migrations run while the application starts; the scanner undoes a deployment that it has given up. */
    @Test
    void theScannerWaitsForALongStart() throws IOException {
        String timeout = Pattern.compile("scanner=default:write-attribute\\(name=deployment-timeout, value=(\\d+)\\)")
                .matcher(Files.readString(SCRIPT))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(WildFly.TIME_TO_MIGRATE).endsWith("=" + timeout);
    }

    /** What an installation's database asks for besides: TLS, or the primary among several hosts. */
    @ParameterizedTest
    @CsvSource({
        "CounterDS, ${counter.db.parameters:}",
        "CounterLedgerDS, ${counter.db.parameters:}",
        "CounterReadDS, ${counter.db.read-parameters:${counter.db.parameters:}}",
        "CounterOwnerDS, ${counter.db.parameters:}"
    })
    void eachPoolTakesTheInstallationsOwnParameters(String pool, String expression) throws IOException {
        assertThat(url(pool)).endsWith(expression);
    }

    private static String url(String pool) throws IOException {
        return Pattern.compile("data-source add --name=" + pool + " .*?--connection-url=(\\S+)", Pattern.DOTALL)
                .matcher(Files.readString(SCRIPT))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
