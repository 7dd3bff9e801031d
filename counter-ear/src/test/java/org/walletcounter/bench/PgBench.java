package org.walletcounter.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.walletcounter.run.CannotRun;

/**
 * The yardstick: what the same PostgreSQL does with hand-written SQL and nothing around it, measured with PostgreSQL's own
 * pgbench over a local socket, in a database of its own.
 */
public final class PgBench {

    private static final String DATABASE = "limit";
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final long HIGHEST_MICROS = 60_000_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_OF_NEW_SESSIONS = 2;
    private final Path program;
    private final Path folder;
    private final Stage stage;

    private PgBench(Path program, Path folder, Stage stage) {
        this.program = program;
        this.folder = folder;
        this.stage = stage;
    }

    /** Finds pgbench, or says how to get it. */
    static Path find() {
        String given = System.getProperty("bench.pgbench", "");
        Stream<Path> named = given.isBlank() ? Stream.empty() : Stream.of(Path.of(given));
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "pgbench"));
        return Stream.concat(named, Stream.concat(debians().stream(), onPath))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new CannotRun("The limit is measured with pgbench, which is not installed: get it with"
                                + " \"apt-get install postgresql\" (Debian, Ubuntu), \"dnf install postgresql-contrib\" (Fedora) or"
                                + " \"brew install postgresql\" (macOS), or name it with -Dbench.pgbench=<file>."));
    }

    /** Debian keeps one per version, newest first. */
    private static List<Path> debians() {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin/pgbench"))
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Makes the yardstick's database unless it is there. */
    static PgBench prepare(Path program, Stage stage) {
        Path folder = stage.settings().data().resolve("limit");
        try (Connection connection = stage.connect("postgres");
                Statement statement = connection.createStatement()) {
            Files.createDirectories(folder);
            if (!statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next()) {
                statement.execute("CREATE DATABASE \"" + DATABASE + "\" TEMPLATE template0");
                fill(stage);
            }
        } catch (SQLException | IOException e) {
            throw new CannotRun("The yardstick's database could not be made: " + e.getMessage(), e);
        }
        return new PgBench(program, folder, stage);
    }

    private static void fill(Stage stage) throws SQLException, IOException {
        try (Connection connection = stage.connect(DATABASE);
                Statement statement = connection.createStatement();
                InputStream schema = script("schema")) {
            statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Transactions per second of a script with so many clients. */
    public double perSecond(String script, int clients, int seconds) {
        return tps(run(script, clients, seconds, List.of()));
    }

    /** How long the transactions took, in microseconds. Writing that down costs a little, so it is a run of its own. */
    public Histogram micros(String script, int clients, int seconds) {
        return histogram(logged(script, clients, seconds, List.of()), 0);
    }

    /**
     * The same when so many fall due a second, at random moments and whether or not there is a client free: each time counts
     * from when it was due. The first two seconds do not count: new sessions prepare their statements then, and what waits
     * for them meanwhile was the slowest hundredth of a short run.
     */
    public Histogram microsAt(String script, int clients, int seconds, double perSecond) {
        List<String> more = List.of("--rate=" + Math.round(perSecond));
        return histogram(logged(script, clients, SECONDS_OF_NEW_SESSIONS + seconds, more), SECONDS_OF_NEW_SESSIONS);
    }

    private List<String> logged(String script, int clients, int seconds, List<String> more) {
        Path prefix = folder.resolve("log-" + System.nanoTime());
        List<String> options = new ArrayList<>(List.of("--log", "--log-prefix=" + prefix));
        options.addAll(more);
        run(script, clients, seconds, options);
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().startsWith(prefix.toString()))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new CannotRun("pgbench's log could not be read: " + e.getMessage(), e);
        }
        return lines;
    }

    /** How long transactions took, but for those that ended within so many seconds of the first one. */
    static Histogram histogram(List<String> lines, int leftOut) {
        long first = lines.stream().mapToLong(PgBench::endOf).min().orElse(0);
        Histogram histogram = new Histogram(HIGHEST_MICROS, 3);
        lines.stream()
                .filter(line -> endOf(line) >= first + leftOut * MICROS_PER_SECOND)
                .forEach(line -> histogram.recordValue(microsOf(line)));
        return histogram;
    }

    /** client, transaction, time, script, end in seconds and microseconds, … as pgbench writes them. */
    static long microsOf(String line) {
        return Math.min(HIGHEST_MICROS, Long.parseLong(line.split(" ", -1)[2]));
    }

    private static long endOf(String line) {
        String[] parts = line.split(" ", -1);
        return Long.parseLong(parts[4]) * MICROS_PER_SECOND + Long.parseLong(parts[5]);
    }

    /** The figure in pgbench's report. */
    static double tps(String report) {
        Matcher found = TPS.matcher(report);
        if (!found.find()) {
            throw new CannotRun("pgbench did not say how many transactions it made: " + report);
        }
        return Double.parseDouble(found.group(1));
    }

    private String run(String script, int clients, int seconds, List<String> more) {
        Path file = folder.resolve(script + ".sql");
        try (InputStream content = script(script)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared"));
            command.addAll(List.of("-c", Integer.toString(clients), "-j", "2", "-T", Integer.toString(seconds)));
            command.addAll(List.of("-h", stage.settings().socket().toString()));
            command.addAll(List.of("-p", Integer.toString(stage.run().ports().database()), "-U", "postgres"));
            command.addAll(List.of("-f", file.toString()));
            command.addAll(more);
            command.add(DATABASE);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(Map.of("PGPASSWORD", stage.superUserPassword()));
            Process process = builder.start();
            String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotRun("pgbench failed: " + report);
            }
            return report;
        } catch (IOException e) {
            throw new CannotRun("pgbench could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The measurement was interrupted.", e);
        }
    }

    private static InputStream script(String name) {
        return Objects.requireNonNull(PgBench.class.getResourceAsStream("limit/" + name + ".sql"), name);
    }
}
