package org.walletcounter.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-ins for the outside world, beside the server, with their own book under the data folder. */
final class Sandbox {

    private static final String MAIN = "org.walletcounter.sandbox.Sandbox";
    private final RunSettings settings;
    private final Path logs;
    private Optional<ChildProcess> child = Optional.empty();

    Sandbox(RunSettings settings, Path logs) {
        this.settings = settings;
        this.logs = logs;
    }

    void start() {
        Path classes = settings.project().resolve("channel-sandbox/target/classes");
        if (!Files.exists(classes.resolve(MAIN.replace('.', '/') + ".class"))) {
            return;
        }
        String java = Path.of(
                        System.getProperty("java.home"), "bin", PostgresBinaries.isWindows() ? "java.exe" : "java")
                .toString();
        child = Optional.of(ChildProcess.start(
                "sandbox",
                logs,
                List.of(
                        java,
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-Dcounter.sandbox.port=" + settings.ports().sandbox(),
                        "-Dcounter.sandbox.data=" + settings.data().resolve("sandbox"),
                        "-cp",
                        classes.toString(),
                        MAIN),
                Map.of()));
    }

    boolean isRunning() {
        return child.isPresent();
    }

    void stop() {
        child.ifPresent(c -> c.stop(Duration.ofSeconds(10)));
        child = Optional.empty();
    }
}
