package org.walletcounter.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.walletcounter.bench.goals.Goals;
import org.walletcounter.bench.report.Report;
import org.walletcounter.run.CannotRun;
import org.walletcounter.run.Counter;

/**
 * The benchmark: a counter and a database of its own, the limit and the product in turn, several rounds, one table. It fails
 * when an answer was wrong or the books do not balance afterwards, never because a goal is missed.
 */
public final class Bench {

    private static final PrintStream SCREEN = System.out;
    private static final int WARM_UP_SECONDS = 5;

    /** A fresh server on two cores still gets faster after three minutes of load, though not from each turn to the next. */
    private static final int LEAST_WARM_UPS = 48;

    private static final int MOST_WARM_UPS = 80;

    /** At half load a server goes other ways than at full load, and compiles them while payments wait. */
    private static final int WARM_UPS_AT_HALF = 12;

    private static final int CONNECTIONS_AT_HALF = 256;

    /** Nor is being turned away something that a server should learn while it is measured. */
    private static final int WARM_UPS_IN_OVERLOAD = 6;

    private static final int CONNECTIONS_IN_OVERLOAD = 1000;
    private final Stage stage;
    private final List<Goal> goals;
    private final Instant started = Instant.now();

    private Bench(BenchSettings settings) {
        this.stage = new Stage(settings);
        this.goals = Goals.chosen(settings.goals());
    }

    /** Started by Maven; takes its settings from {@code -Dbench.…}. */
    public static void main(String[] arguments) throws IOException {
        int status = 1;
        try {
            status = new Bench(BenchSettings.fromSystemProperties()).run() ? 0 : 1;
        } catch (CannotRun e) {
            SCREEN.println();
            SCREEN.println(e.getMessage());
        }
        SCREEN.flush();
        System.exit(status);
    }

    private boolean run() throws IOException {
        Path pgbench = PgBench.find();
        if (stage.settings().attach()) {
            return measureOn(pgbench, new Attached());
        }
        Files.createDirectories(stage.settings().socket());
        empty(stage.settings().data());
        Counter counter = new Counter(stage.run(), Bench::tell);
        Runtime.getRuntime().addShutdownHook(new Thread(counter::stop, "stop"));
        counter.start();
        tell("Stopped and started again: every start but the first finds the classes that the one before has left");
        counter.stopServer();
        counter.startServer();
        return measureOn(pgbench, new Started(counter));
    }

    private boolean measureOn(Path pgbench, Measuring.Server server) throws IOException {
        tell("People and places");
        stage.seed(goals.stream().anyMatch(Goal::needsOneMerchant));
        stage.quietStatements();
        DatabaseMemory memory = stage.databaseMemory();
        memory.advice().ifPresent(Bench::tell);
        PgBench limit = PgBench.prepare(pgbench, stage);
        try (Generator generator = stage.generator()) {
            Measuring measuring = new Measuring(stage, generator, limit, server, Bench::tell);
            measure(measuring);
            return report(measuring, Outcome.machine(memory.toString()));
        }
    }

    /** Somebody else's server. */
    private record Attached() implements Measuring.Server {
        @Override
        public boolean isOurs() {
            return false;
        }

        @Override
        public void stop() {
            throw new IllegalStateException("This server is not ours to stop.");
        }

        @Override
        public void start() {
            throw new IllegalStateException("This server is not ours to start.");
        }
    }

    /** Our own server. */
    private record Started(Counter counter) implements Measuring.Server {
        @Override
        public boolean isOurs() {
            return true;
        }

        @Override
        public void stop() {
            counter.stopServer();
        }

        @Override
        public void start() {
            counter.startServer();
        }
    }

    private void measure(Measuring measuring) {
        warmUp(measuring);
        stage.checkpoint();
        goals.forEach(goal -> goal.before(measuring));
        for (int round = 1; round <= stage.settings().rounds(); round++) {
            tell("Round " + round);
            measuring.startRound();
            goals.forEach(goal -> goal.round(measuring));
        }
        tell("After the rounds");
        goals.forEach(goal -> goal.after(measuring));
    }

    /** Until it gets no faster: a server that has just started says little about one that has run for a day. */
    private static void warmUp(Measuring measuring) {
        tell("Warming up");
        boolean attached = measuring.settings().attach();
        double best = measuring.untilNoFaster(attached ? 1 : LEAST_WARM_UPS, attached ? 1 : MOST_WARM_UPS);
        for (int i = 1; i <= (attached ? 1 : WARM_UPS_AT_HALF); i++) {
            measuring.open(Stage.MANY, CONNECTIONS_AT_HALF, WARM_UP_SECONDS, best / 2);
        }
        for (int i = 1; !attached && i <= WARM_UPS_IN_OVERLOAD; i++) {
            measuring.open(Stage.MANY, CONNECTIONS_IN_OVERLOAD, WARM_UP_SECONDS, best * 3);
        }
    }

    private boolean report(Measuring measuring, String machine) throws IOException {
        tell("Checking the books");
        String findings = stage.findings();
        List<Figure> figures = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        for (Goal goal : goals) {
            figures.addAll(goal.figures(measuring.samples()));
            sheets.addAll(goal.sheets(measuring.samples()));
        }
        figures.sort(Comparator.comparingInt(figure -> number(figure.goal())));
        BenchSettings settings = stage.settings();
        Outcome outcome = new Outcome(
                started,
                machine,
                settings.longMode() ? "long" : "short",
                settings.rounds(),
                figures,
                sheets,
                measuring.wrong(),
                findings);
        SCREEN.println(
                new Report(outcome).write(settings.data().resolveSibling(".").normalize()));
        return outcome.isSound();
    }

    /** G2 comes before G10, and what has no number last. */
    private static int number(String goal) {
        String digits = goal.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /** With the time, so that what the logs of server and database say can be laid beside it. */
    private static void tell(String line) {
        SCREEN.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        SCREEN.flush();
    }

    /** Everything an earlier run wrote goes; the database's programs and the configured server stay. */
    private static void empty(Path data) throws IOException {
        for (String written : List.of(
                "postgresql",
                "populations",
                "limit",
                "log",
                "members.keys",
                "database-passwords",
                "imports",
                "sandbox")) {
            Path gone = data.resolve(written);
            if (Files.exists(gone)) {
                try (Stream<Path> files = Files.walk(gone)) {
                    for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
