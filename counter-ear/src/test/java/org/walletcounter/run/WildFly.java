package org.walletcounter.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.Driver;

/**
 * The server of a run. The unpacked WildFly stays as it came; configuration, logs and the deployed EAR live in a folder of their own,
 * which is made anew when the scripts or WildFly change.
 */
final class WildFly {

    /** In seconds. The server takes a deployment back that starts for longer, and an upgrade's migrations may. */
    static final String TIME_TO_MIGRATE = "-Djboss.as.management.blocking.timeout=86400";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final RunSettings settings;
    private final Path home;
    private final Path base;
    private final Path logs;
    private Optional<ChildProcess> child = Optional.empty();

    WildFly(RunSettings settings, Path logs) {
        this.settings = settings;
        this.home = settings.serverHome();
        this.base = settings.data().resolve("server");
        this.logs = logs;
    }

    /** Applies {@code configure.cli} to a fresh copy of WildFly's own configuration, unless that was done before. */
    void configure() {
        String wanted = Fingerprint.of(settings.scripts(), home.resolve("standalone/configuration/standalone.xml"));
        Path done = base.resolve("configured-by");
        try {
            if (Files.exists(done) && Files.readString(done).equals(wanted)) {
                return;
            }
            Path configuration = Files.createDirectories(base.resolve("configuration"));
            copyTree(home.resolve("standalone/configuration"), configuration);
            Files.copy(
                    configuration.resolve("standalone.xml"),
                    configuration.resolve("counter.xml"),
                    StandardCopyOption.REPLACE_EXISTING);
            copyTree(settings.scripts().resolve("modules"), base.resolve("modules"));
            Files.copy(
                    Path.of(Driver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()),
                    base.resolve("modules/org/postgresql/jdbc/main/postgresql.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            runScript();
            Files.writeString(done, wanted);
        } catch (IOException | URISyntaxException e) {
            throw new CannotRun("Could not prepare the server in " + base + ": " + e.getMessage() + ".", e);
        }
    }

    /** Starts the server on the built EAR and waits until the application is deployed. */
    void start(Map<String, String> environment) {
        putEar();
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(JvmOptions.ENVIRONMENT);
        child = Optional.of(ChildProcess.start("server", logs, command(), all));
        awaitDeployment();
    }

    void stop() {
        child.ifPresent(c -> c.stop(Duration.ofSeconds(30)));
        child = Optional.empty();
    }

    void kill() {
        child.ifPresent(ChildProcess::kill);
        child = Optional.empty();
    }

    void onExit(Runnable action) {
        child.ifPresent(c -> c.onExit(action));
    }

    private void runScript() {
        List<String> command = new ArrayList<>(List.of(java(), "-Djboss.server.base.dir=" + base));
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        command.addAll(List.of("-mp", home.resolve("modules").toString(), "org.jboss.as.cli"));
        command.add("--file=" + settings.scripts().resolve("configure.cli"));
        ChildProcess script = ChildProcess.start("configure", logs, command, Map.of("JBOSS_HOME", home.toString()));
        if (!script.await(Duration.ofMinutes(3)) || !script.succeeded()) {
            script.kill();
            throw new CannotRun("The server could not be configured; see " + logs.resolve("configure.log") + ".");
        }
        script.forget();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(java(), "-D[Wallet Counter]"));
        command.addAll(JvmOptions.memory());
        command.addAll(JvmOptions.OF_WILDFLY);
        command.addAll(new SharedClasses(base).options(settings.ear()));
        command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
        command.add("-Dlogging.configuration="
                + base.resolve("configuration/logging.properties").toUri());
        command.addAll(List.of("-jar", home.resolve("jboss-modules.jar").toString()));
        String path = base.resolve("modules") + File.pathSeparator + home.resolve("modules");
        command.addAll(List.of("-mp", path, "org.jboss.as.standalone", "--server-config=counter.xml"));
        command.add("-Djboss.home.dir=" + home);
        command.add("-Djboss.server.base.dir=" + base);
        command.add(TIME_TO_MIGRATE);
        RunSettings.Ports ports = settings.ports();
        command.add("-Djboss.http.port=" + ports.http());
        command.add("-Djboss.https.port=" + ports.https());
        command.add("-Djboss.management.http.port=" + ports.management());
        settings.extra().forEach((name, value) -> command.add("-D" + name + "=" + value));
        return command;
    }

    /** The file is copied only when it changed; markers of an earlier run would mislead the scanner, so they go. */
    private void putEar() {
        Path ear = settings.ear();
        Path target = base.resolve("deployments").resolve(ear.getFileName().toString());
        if (!Files.exists(ear)) {
            throw new CannotRun(
                    "The application is not built: " + ear + " is missing. Start with the command of the README.");
        }
        try {
            Files.createDirectories(target.getParent());
            try (Stream<Path> files = Files.list(target.getParent())) {
                for (Path file : files.filter(f -> !f.equals(target)).toList()) {
                    Files.delete(file);
                }
            }
            boolean same = Files.exists(target)
                    && Files.size(target) == Files.size(ear)
                    && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(ear)) >= 0;
            if (!same) {
                Files.copy(ear, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new CannotRun("Could not deploy to " + target + ": " + e.getMessage() + ".", e);
        }
    }

    private void awaitDeployment() {
        Path ear =
                base.resolve("deployments").resolve(settings.ear().getFileName().toString());
        Path deployed = ear.resolveSibling(ear.getFileName() + ".deployed");
        Path failed = ear.resolveSibling(ear.getFileName() + ".failed");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Files.exists(deployed)) {
                return;
            }
            if (Files.exists(failed) || !child.orElseThrow().isAlive()) {
                throw new CannotRun(
                        "The application did not start; the reason is in " + logs.resolve("server.log") + ".");
            }
            Pause.millis(100);
        }
        throw new CannotRun(
                "The application did not start within five minutes; see " + logs.resolve("server.log") + ".");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", PostgresBinaries.isWindows() ? "java.exe" : "java")
                .toString();
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().toLowerCase(Locale.ROOT).contains("standalone_xml_history")) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns {@code counter.demo.access-file} into {@code COUNTER_DEMO_ACCESS_FILE}: kept off the command line, where all may read. */
    static Map<String, String> asEnvironment(Map<String, String> properties) {
        Map<String, String> environment = new HashMap<>();
        properties.forEach((name, value) ->
                environment.put(name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
