package org.walletcounter.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A whole counter: database, sandbox, server. {@link #start} and {@link #stop} are for everybody; the parts can also be killed and
 * started again one by one, which the crash test does.
 */
public final class Counter implements AutoCloseable {

    private static final String[] CHILDREN = {"server", "sandbox"};
    private final RunSettings settings;
    private final Path logs;
    private final Consumer<String> progress;
    private Optional<FileChannel> lock = Optional.empty();
    private Optional<Parts> parts = Optional.empty();

    private record Parts(Postgres database, Sandbox sandbox, WildFly server, Secrets secrets) {}

    /** {@code progress} hears one short line per step. */
    public Counter(RunSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.logs = settings.data().resolve("log");
        this.progress = progress;
    }

    /** Checks the machine, ends what a killed run left behind, and starts everything. Returns when the application is deployed. */
    public void start() {
        Checks.java();
        Checks.dataFolder(settings.data());
        lockData();
        Secrets secrets = Secrets.in(settings.data());
        for (String name : CHILDREN) {
            ChildProcess.endForgotten(name, logs);
        }
        Postgres database = new Postgres(settings, logs, secrets);
        database.endForgotten();
        Checks.ports(settings.ports());
        Parts all = new Parts(database, new Sandbox(settings, logs), new WildFly(settings, logs), secrets);
        parts = Optional.of(all);
        step("PostgreSQL", database::start);
        step("Sandbox", all.sandbox()::start);
        step("Server configuration", all.server()::configure);
        step("Wallet Counter", this::startServer);
    }

    /** Starts the server alone, after it was killed. */
    public void startServer() {
        Parts all = all();
        all.server().start(environment(all));
    }

    /** Ends the server alone, in good order. */
    public void stopServer() {
        all().server().stop();
    }

    /** SIGKILL to the server. */
    public void killServer() {
        all().server().kill();
    }

    /** Starts the database alone, after it was killed. */
    public void startDatabase() {
        all().database().start();
    }

    /** SIGKILL to the database and each of its processes. */
    public void killDatabase() {
        all().database().kill();
    }

    /** Whether anything of it may be running. */
    public boolean isStarted() {
        return parts.isPresent();
    }

    /** Ends everything in good order, the database last. */
    public void stop() {
        parts.ifPresent(p -> {
            p.server().stop();
            p.sandbox().stop();
            p.database().stop();
        });
        parts = Optional.empty();
        unlockData();
    }

    @Override
    public void close() {
        stop();
    }

    /** Runs {@code action} when the server or the database ends by itself. */
    public void onUnexpectedEnd(Consumer<String> action) {
        all().server().onExit(() -> action.accept("server"));
        all().database().onExit(() -> action.accept("postgresql"));
    }

    /** The address a browser uses. */
    public String address() {
        return "http://localhost:" + settings.ports().http() + "/";
    }

    /** Where health and metrics are asked. */
    public String managementAddress() {
        return "http://localhost:" + settings.ports().management() + "/";
    }

    /** A connection with the application's own rights, for tests that need what no door makes. */
    public Connection connect() throws SQLException {
        Parts all = all();
        return DriverManager.getConnection(
                all.database().url(), "counter_app", all.secrets().app());
    }

    /** A connection of who owns the tables, for tests that break something. */
    public Connection connectAsOwner() throws SQLException {
        Parts all = all();
        return DriverManager.getConnection(
                all.database().url(), "counter_owner", all.secrets().owner());
    }

    /** The sign-ins that the application wrote for this run's demo merchant. */
    public Path accessFile() {
        return settings.data().resolve("demo-access.json");
    }

    private Map<String, String> environment(Parts all) {
        Map<String, String> given = new HashMap<>();
        given.put("counter.db.url", all.database().url());
        given.put("counter.db.app.password", all.secrets().app());
        given.put("counter.db.owner.password", all.secrets().owner());
        given.put("counter.imports.folder", settings.data().resolve("imports").toString());
        given.put("counter.base-url", "http://localhost:" + settings.ports().http());
        given.put(
                "counter.members.key-file",
                settings.data().resolve("members.keys").toString());
        given.put("counter.members.key-file.create", "true");
        if (all.sandbox().isRunning()) {
            given.put("counter.notices.smpp.host", "localhost");
            given.put(
                    "counter.notices.smpp.port", Integer.toString(all.sandbox().smppPort()));
            given.put("counter.notices.smpp.system-id", "counter");
            given.put("counter.notices.smpp.password", all.sandbox().smppPassword());
        }
        given.put("counter.demo", "true");
        given.put("counter.demo.access-file", accessFile().toString());
        return WildFly.asEnvironment(given);
    }

    private Parts all() {
        return parts.orElseThrow(() -> new IllegalStateException("The counter is not started."));
    }

    private void step(String what, Runnable action) {
        long begin = System.nanoTime();
        action.run();
        long tenths = (System.nanoTime() - begin) / 100_000_000;
        progress.accept(what + ": " + tenths / 10 + "." + tenths % 10 + " s");
    }

    private void lockData() {
        Path file = settings.data().resolve("run.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = channel.tryLock();
            if (taken == null) {
                channel.close();
                throw new CannotRun("Wallet Counter already runs on the data folder " + settings.data()
                        + ": stop that run, or choose another folder with -Dcounter.data=<folder>.");
            }
            lock = Optional.of(channel);
        } catch (IOException e) {
            throw new CannotRun("Could not lock " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private void unlockData() {
        lock.ifPresent(channel -> {
            try {
                channel.close();
                Files.deleteIfExists(settings.data().resolve("run.lock"));
            } catch (IOException e) {
                progress.accept("Could not unlock the data folder: " + e.getMessage());
            }
        });
        lock = Optional.empty();
    }
}
