package org.walletcounter.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.walletcounter.run.CannotRun;

/** The tools of a measurement, in the hands of a {@link Goal}. */
public final class Measuring {

    /** How many connections are tried. */
    public static final List<Integer> CONNECTIONS = List.of(8, 16, 64, 128);

    /** The sample of how many seconds the server went on working after a load. */
    public static final String LEFT_BEHIND = "seconds of work left behind";

    private static final int USUAL = 64;
    private static final long TURN_MILLIS = 500;
    private static final double CALM_MICROS = 100_000;
    private static final int MOST_TURNS = 40;
    private static final int WARM_UP_SECONDS = 5;
    private static final int COLD_TURNS = 3;
    private static final int TURNS_NO_FASTER = 8;
    private static final double FASTER = 1.03;
    private final Stage stage;
    private final Generator generator;
    private final PgBench limit;
    private final Server server;
    private final Samples samples = new Samples();
    private final Consumer<String> progress;
    private long wrong;
    private boolean fresh;

    Measuring(Stage stage, Generator generator, PgBench limit, Server server, Consumer<String> progress) {
        this.stage = stage;
        this.generator = generator;
        this.limit = limit;
        this.server = server;
        this.progress = progress;
    }

    /** Starts and stops the server under measurement. */
    public interface Server {

        /** Whether it can be started anew: not when somebody else keeps it. */
        boolean isOurs();

        /** Ends it in good order. */
        void stop();

        /** Starts it again; returns when the application is deployed. */
        void start();
    }

    /** What was measured so far. */
    public Samples samples() {
        return samples;
    }

    /** How this run was asked for. */
    public BenchSettings settings() {
        return stage.settings();
    }

    /** The counter from outside. */
    public Stage stage() {
        return stage;
    }

    /** The server's process. */
    public Server server() {
        return server;
    }

    /** The yardstick's transactions per second. */
    public double limit(String script, int clients) {
        settle();
        double tps = limit.perSecond(script, clients, settings().seconds());
        tell("limit %s, %d clients: %.0f/s", script, clients, tps);
        return tps;
    }

    /** How long the yardstick's transactions took, in microseconds. */
    public Histogram limitMicros(String script, int clients) {
        settle();
        return limit.micros(script, clients, settings().seconds());
    }

    /** The same when so many fall due a second, from when they are due. */
    public Histogram limitMicrosAt(String script, int clients, double perSecond) {
        settle();
        Histogram micros = limit.microsAt(script, clients, settings().seconds(), perSecond);
        tell(
                "limit %s, open loop at %.0f/s: p50 %.2f  p99 %.2f  p99.9 %.2f ms",
                script,
                perSecond,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getValueAtPercentile(99.9) / 1000.0);
        return micros;
    }

    /**
     * Waits until the server has done what it put off (roll-ups, messages), so that what follows has the machine for itself;
     * how long that took is told, because it belongs to the payments before.
     */
    public void settle() {
        int turns = 0;
        double before = busy();
        double now = 0;
        do {
            pause();
            turns++;
            now = busy() - before;
            before += now;
        } while ((now > CALM_MICROS || isBehind()) && turns < MOST_TURNS);
        samples.add(LEFT_BEHIND, (turns - 1) * TURN_MILLIS / 1000.0);
    }

    /** Whether payments wait to be rolled up: the follower may rest for seconds first. */
    private boolean isBehind() {
        try (Connection connection = stage.connect("counter");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT reporting.waiting()")) {
            row.next();
            return row.getLong(1) > 0;
        } catch (SQLException e) {
            throw new CannotRun("The roll-ups could not be looked at: " + e.getMessage());
        }
    }

    private double busy() {
        return ProcessTree.cpuMicros(stage.pid("server")) + ProcessTree.cpuMicros(stage.pid("postgresql"));
    }

    private static void pause() {
        try {
            Thread.sleep(TURN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Payments as fast as so many connections get them. */
    public Load closed(String population, int connections, int seconds) {
        Load load = generator.closed(population, connections, seconds);
        wrong += load.wrong();
        tell("%s, %d connections: %s", population, connections, load);
        return load;
    }

    /**
     * Payments over the usual connections, turn by turn, until they get no faster.
     *
     * @param least so many turns in any case
     * @param most and no more than so many
     * @return payments a second in the best turn
     */
    public double untilNoFaster(int least, int most) {
        double best = 0;
        int calm = 0;
        for (int i = 1; i <= most && (i <= least || calm < TURNS_NO_FASTER); i++) {
            double now = closed(Stage.MANY, USUAL, WARM_UP_SECONDS).paidPerSecond();
            calm = now > best * FASTER ? 0 : calm + 1;
            best = Math.max(best, now);
        }
        return best;
    }

    /** Payments at a fixed rate. */
    public Load open(String population, int connections, int seconds, double perSecond) {
        Load load = generator.open(population, connections, seconds, perSecond);
        wrong += load.wrong();
        tell("%s, open loop at %.0f/s: %s", population, perSecond, load);
        return load;
    }

    /**
     * Payments as fast as so many connections get them, while somebody else on the machine turns strangers away with the least
     * effort: what the answers alone leave of the machine.
     */
    public Load closedBeside(int connections, int strangers, double strangersPerSecond) {
        int seconds = settings().seconds();
        try (Strangers others = Strangers.start(settings().populations())) {
            for (int i = 0; i < COLD_TURNS; i++) {
                others.come(strangers, seconds, strangersPerSecond);
            }
            CompletableFuture<Load> turnedAway =
                    CompletableFuture.supplyAsync(() -> others.come(strangers, seconds, strangersPerSecond));
            Load load = closed(Stage.MANY, connections, seconds);
            tell("turned away beside it: %s", turnedAway.join());
            return load;
        }
    }

    /** One payment to a server that has just started. */
    public Load first() {
        Load load = generator.first(Stage.MANY);
        wrong += load.wrong();
        tell("first payment: %.0f ms", load.millis("max"));
        return load;
    }

    /** Baskets priced as fast as so many connections get them. */
    public Load baskets(int connections, int seconds) {
        Load load = generator.baskets(Stage.MANY, connections, seconds);
        wrong += load.wrong();
        tell("baskets, %d connections: %s", connections, load);
        return load;
    }

    /** Batches of fifty taps as fast as so many connections get them. */
    public Load taps(int connections, int seconds) {
        Load load = generator.taps(Stage.MANY, connections, seconds);
        wrong += load.wrong();
        tell("batches of taps, %d connections: %s", connections, load);
        return load;
    }

    /** A new round begins: what was the peak in the last one is looked at again. */
    void startRound() {
        fresh = false;
    }

    /** The most payments per second that this run has seen, with its connections; looks itself when this round has not. */
    public Peak peak() {
        if (!fresh) {
            sample(seen().map(Peak::connections).orElse(USUAL));
        }
        return seen().orElseThrow();
    }

    private Optional<Peak> seen() {
        List<Peak> seen = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            double median = samples.median(perSecond(connections));
            if (!Double.isNaN(median)) {
                seen.add(new Peak(connections, median));
            }
        }
        return seen.stream().max(Comparator.comparingDouble(Peak::perSecond));
    }

    /** Payments to many merchants over so many connections, kept among the samples. */
    public Load sample(int connections) {
        fresh = true;
        Load load = closed(Stage.MANY, connections, settings().seconds());
        samples.add(perSecond(connections), load.paidPerSecond());
        samples.add(p50(connections), load.millis("p50"));
        samples.add(p99(connections), load.millis("p99"));
        return load;
    }

    /** Throughput and the connections it took. */
    public record Peak(int connections, double perSecond) {}

    /** The sample of payments per second. */
    public static String perSecond(int connections) {
        return "payments/s at " + connections + " connections";
    }

    /** The sample of the median answer time in milliseconds. */
    public static String p50(int connections) {
        return "p50 at " + connections + " connections";
    }

    /** The sample of the 99th percentile in milliseconds. */
    public static String p99(int connections) {
        return "p99 at " + connections + " connections";
    }

    /** What has been spent so far. */
    public Spent spent() {
        return Spent.now(stage, generator);
    }

    /** Answers that should not have been. */
    long wrong() {
        return wrong;
    }

    /** Tells the person at the keyboard how it goes. */
    public void tell(String format, Object... values) {
        progress.accept(String.format(Locale.ROOT, format, values));
    }
}
