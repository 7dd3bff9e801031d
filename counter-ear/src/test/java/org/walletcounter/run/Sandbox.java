package org.walletcounter.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stand-ins for the outside world, beside the server, with their own book under the data folder. */
final class Sandbox {

    private static final String MAIN = org.walletcounter.sandbox.Sandbox.class.getName();
    private final RunSettings settings;
    private final Path logs;
    private final String smppPassword = Long.toHexString(new SecureRandom().nextLong() >>> 32);
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
                        "-Dcounter.sandbox.smpp.port=" + smppPort(),
                        "-cp",
                        classes + File.pathSeparator + classes.resolveSibling("lib") + File.separator + "*",
                        MAIN),
                Map.of("COUNTER_SANDBOX_SMPP_PASSWORD", smppPassword)));
    }

    /** Where the SMS centre listens. */
    int smppPort() {
        return settings.ports().sandbox() + 1;
    }

    /** What the server binds with; made for this run. */
    String smppPassword() {
        return smppPassword;
    }

    boolean isRunning() {
        return child.isPresent();
    }

    void stop() {
        child.ifPresent(c -> c.stop(Duration.ofSeconds(10)));
        child = Optional.empty();
    }
}
