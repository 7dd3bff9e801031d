package org.walletcounter.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PostgreSQL of a run: a direct child of this process, on a data folder that is kept. Committed means on disk here too: nothing
 * that makes a database fast and forgetful is switched on.
 */
final class Postgres {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final PostgresBinaries programs;
    private final Path cluster;
    private final Path logs;
    private final int port;
    private final Secrets secrets;
    private final List<String> more;
    private Optional<ChildProcess> child = Optional.empty();

    Postgres(RunSettings run, Path logs, Secrets secrets) {
        this.programs = PostgresBinaries.in(run.data().resolve("postgresql-programs"));
        this.cluster = run.data().resolve("postgresql");
        this.logs = logs;
        this.port = run.ports().database();
        this.more = run.database();
        this.secrets = secrets;
    }

    /** Starts it, making cluster, roles and database on the first day. */
    void start() {
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            makeCluster();
        }
        endForgotten();
        List<String> command = programs.command("postgres");
        command.addAll(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        for (String setting : Stream.concat(settings().stream(), more.stream()).toList()) {
            command.addAll(List.of("-c", setting));
        }
        child = Optional.of(ChildProcess.start("postgresql", logs, command, Map.of("LC_ALL", "C", "TZ", "UTC")));
        awaitAnswer();
        new PostgresDatabase(superUserUrl(), secrets).makeIfMissing();
    }

    /** Open transactions are rolled back, everything else is on disk. */
    void stop() {
        child.filter(ChildProcess::isAlive).ifPresent(c -> {
            run(
                    "pg_ctl",
                    List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "30"),
                    Duration.ofSeconds(40));
            if (!c.await(Duration.ofSeconds(5))) {
                kill();
            }
            c.forget();
        });
        child = Optional.empty();
    }

    /**
     * Kills it as a power cut would. The postmaster is frozen first: else it would notice that its children die and would tidy up,
     * and backends that outlive it would keep the next start from happening.
     */
    void kill() {
        child.ifPresent(c -> {
            killTree(c.pid());
            c.await(Duration.ofSeconds(20));
            c.forget();
        });
        child = Optional.empty();
    }

    /** What the applications connect to. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + PostgresDatabase.NAME;
    }

    void onExit(Runnable action) {
        child.ifPresent(c -> c.onExit(action));
    }

    private static List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "max_locks_per_transaction=512",
                "shared_buffers=256MB",
                "max_wal_size=2GB",
                "checkpoint_timeout=15min",
                "log_timezone=UTC",
                "timezone=UTC");
    }

    private void makeCluster() {
        try {
            Path password = Files.createTempFile("counter", ".password");
            try {
                Files.writeString(password, secrets.superUser());
                run(
                        "initdb",
                        List.of(
                                "-D",
                                cluster.toString(),
                                "-U",
                                "postgres",
                                "-E",
                                "UTF8",
                                "--locale=C",
                                "-A",
                                "scram-sha-256",
                                "--pwfile=" + password),
                        PATIENCE);
            } finally {
                Files.delete(password);
            }
        } catch (IOException e) {
            throw new CannotRun("Could not make the database in " + cluster + ": " + e.getMessage() + ".", e);
        }
    }

    /** A run that was killed leaves its database running; it is stopped, and recovers from its own log at the start. */
    void endForgotten() {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
            Optional<ProcessHandle> left = ProcessHandle.of(pid).filter(Postgres::isPostgres);
            if (left.isPresent()) {
                run(
                        "pg_ctl",
                        List.of("stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "20"),
                        Duration.ofSeconds(30));
                if (left.get().isAlive()) {
                    killTree(pid);
                }
            }
            Files.deleteIfExists(file);
        } catch (IOException | RuntimeException e) {
            throw new CannotRun(
                    "Could not stop the database that an earlier run left behind: end it and remove " + file + ".", e);
        }
    }

    private static boolean isPostgres(ProcessHandle handle) {
        return handle.info().command().map(c -> c.contains("postgres")).orElse(true);
    }

    private static void killTree(long pid) {
        ProcessHandle.of(pid).ifPresent(postmaster -> {
            freeze(pid);
            List<ProcessHandle> children = postmaster.children().toList();
            children.forEach(ProcessHandle::destroyForcibly);
            postmaster.destroyForcibly();
            children.forEach(handle -> ChildProcess.ended(handle, Duration.ofSeconds(10)));
            ChildProcess.ended(postmaster, Duration.ofSeconds(10));
        });
    }

    private static void freeze(long pid) {
        if (PostgresBinaries.isWindows()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new CannotRun("Could not freeze process " + pid + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!child.orElseThrow().isAlive()) {
                throw new CannotRun(
                        "PostgreSQL ended at once; its reason is in " + logs.resolve("postgresql.log") + ".");
            }
            try (Connection ignored = DriverManager.getConnection(superUserUrl())) {
                return;
            } catch (SQLException e) {
                Pause.millis(100);
            }
        }
        throw new CannotRun("PostgreSQL did not answer within a minute; see " + logs.resolve("postgresql.log") + ".");
    }

    private String superUserUrl() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=" + secrets.superUser();
    }

    private void run(String program, List<String> arguments, Duration patience) {
        List<String> command = new ArrayList<>(programs.command(program));
        command.addAll(arguments);
        ChildProcess done = ChildProcess.start(program, logs, command, Map.of("LC_ALL", "C"));
        if (!done.await(patience)) {
            done.kill();
        }
        done.forget();
    }
}
