package org.walletcounter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator guide must not leave out: an installation without it works until the day it matters. */
class OperatorGuideTest {

    private static final Path GUIDE = Path.of("../docs/guides/operator.md");

    /** WildFly's own limit is 300 seconds; what it is given must be an int in milliseconds. */
    @Test
    void theServerIsStartedAsByTheRunCommandWithTimeForMigrations() throws IOException {
        int seconds = Integer.parseInt(WildFly.TIME_TO_MIGRATE.replaceFirst(".*=", ""));
        assertThat(seconds).isBetween(301, Integer.MAX_VALUE / 1000);
        assertThat(linesWith("standalone.sh --server-config=counter.xml"))
                .isNotEmpty()
                .allMatch(line -> line.contains(WildFly.TIME_TO_MIGRATE));
    }

    /** By itself it waits for nobody. */
    @Test
    void aSynchronousReplicaIsNamed() throws IOException {
        assertThat(linesWith("remote_apply")).isNotEmpty().allMatch(line -> line.contains("synchronous_standby_names"));
    }

    /** The server believes what stands first in them, which is the client's own where a proxy only adds to it. */
    @ParameterizedTest
    @ValueSource(strings = {"For $remote_addr", "Proto $scheme", "Host $host", "Port $server_port"})
    void aProxyReplacesWhatClientsSend(String header) throws IOException {
        assertThat(linesWith("proxy_set_header X-Forwarded-" + header + ";")).isNotEmpty();
    }

    private static List<String> linesWith(String text) throws IOException {
        return Files.readAllLines(GUIDE).stream()
                .filter(line -> line.contains(text))
                .toList();
    }
}
