package org.walletcounter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.walletcounter.bench.load.Population;
import org.walletcounter.bench.seed.Seeding;
import org.walletcounter.run.CannotRun;
import org.walletcounter.run.RunSettings;

/** The counter under measurement, its database and its books, as seen from outside. It may run in another process. */
public final class Stage {

    /** Many merchants with many stores. */
    public static final String MANY = "many";

    /** One merchant with one store and one till. */
    public static final String ONE = "one";

    private static final int MERCHANTS = 10;
    private static final int STORES = 100;
    private final BenchSettings settings;
    private final RunSettings run;
    private final Allocation allocation = new Allocation();

    Stage(BenchSettings settings) {
        this.settings = settings;
        this.run = settings.run();
    }

    /** How this run was asked for. */
    public BenchSettings settings() {
        return settings;
    }

    /** Its ports and folders. */
    public RunSettings run() {
        return run;
    }

    /** Fills what is missing. */
    void seed(boolean one) {
        Seeding seeding = new Seeding(
                databaseUrl("counter"), settings.populations(), settings.data().resolve("members.keys"));
        try {
            seeding.make(MANY, new Seeding.Size(MERCHANTS, STORES, settings.members() / MERCHANTS));
            if (one) {
                seeding.make(ONE, new Seeding.Size(1, 1, settings.members()));
            }
        } catch (SQLException | IOException e) {
            throw new CannotRun("The counter could not be filled for the measurement: " + e.getMessage() + ".", e);
        }
    }

    /** Statements are counted when a goal asks for it and not otherwise, because counting costs. */
    void quietStatements() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new CannotRun("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * As in a database that has run for a while: the files of its log are there and are written again. New ones are filled with
     * noughts first, and who commits waits for that.
     */
    void checkpoint() {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new CannotRun("The database could not be prepared: " + e.getMessage(), e);
        }
    }

    /** What the database found of the machine's memory. */
    DatabaseMemory databaseMemory() {
        try (Connection connection = connect("postgres")) {
            return DatabaseMemory.of(connection);
        } catch (SQLException e) {
            throw new CannotRun("The database could not be asked for its settings: " + e.getMessage(), e);
        }
    }

    Generator generator() {
        return Generator.start(run.ports().http(), settings.populations());
    }

    /** A connection of the superuser. */
    public Connection connect(String database) {
        try {
            return DriverManager.getConnection(databaseUrl(database));
        } catch (SQLException e) {
            throw new CannotRun("The database of the measurement does not answer: " + e.getMessage(), e);
        }
    }

    private String databaseUrl(String database) {
        return "jdbc:postgresql://localhost:" + run.ports().database() + "/" + database + "?user=postgres&password="
                + superUserPassword();
    }

    String superUserPassword() {
        return read(settings.data().resolve("database-passwords"))
                .lines()
                .findFirst()
                .orElseThrow();
    }

    /** The number of a process that the run started: server or postgresql. */
    public long pid(String name) {
        String kept = read(settings.data().resolve("log").resolve(name + ".pid"));
        return Long.parseLong(kept.strip().split(" ", -1)[0]);
    }

    /** Resident memory of the server's process. */
    public long serverResidentBytes() {
        return ProcessTree.residentBytes(pid("server"));
    }

    /** What the threads of the server have allocated since they were first looked at. */
    double serverAllocatedBytes() {
        return allocation.look(pid("server"));
    }

    /** What lives on the heap of the server's process; it stands still while it is looked at. */
    public double serverLiveBytes() {
        return ServerMemory.liveBytes(pid("server"));
    }

    /** An address of the API. */
    public URI api(String path) {
        return URI.create("http://localhost:" + run.ports().http() + "/api/v1/" + path);
    }

    /** Who pays where. */
    public Population population(String name) {
        try {
            return Population.read(settings.populations().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ledger's own check over all that is in the books, by its door; empty when all is well. */
    String findings() {
        return new BooksCheck(api("ledger/check"), administratorKey()).findings();
    }

    private String administratorKey() {
        try (Connection connection = connect("counter")) {
            return Seeding.administratorKey(connection, MANY);
        } catch (SQLException e) {
            throw new CannotRun("Nobody could be let in to check the books: " + e.getMessage() + ".", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotRun("The counter to measure is not running: " + file + " is missing.", e);
        }
    }
}
