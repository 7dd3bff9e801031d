package org.walletcounter.bench;

/**
 * One figure in a quarter of a minute, for tuning by hand, on a counter that {@link ServeForBench} keeps: arguments are the
 * population (many or one, or "taps" for batches of fifty taps), the connections, the seconds, how often, and a rate per second when the loop is to be open.
 */
public final class TryLoad {

    private static final String TAPS = "taps";

    private TryLoad() {}

    /** Prints a line per turn. */
    public static void main(String[] arguments) {
        Stage stage = new Stage(BenchSettings.fromSystemProperties());
        String population = arguments.length > 0 ? arguments[0] : Stage.MANY;
        int connections = number(arguments, 1, 64);
        int seconds = number(arguments, 2, 10);
        int turns = number(arguments, 3, 3);
        int rate = number(arguments, 4, 0);
        try (Generator generator = stage.generator()) {
            for (int turn = 0; turn < turns; turn++) {
                Spent before = Spent.now(stage, generator);
                Load load = population.equals(TAPS)
                        ? generator.taps(Stage.MANY, connections, seconds)
                        : rate == 0
                                ? generator.closed(population, connections, seconds)
                                : generator.open(population, connections, seconds, rate);
                System.out.println(
                        load + "  " + Spent.now(stage, generator).since(before).each(load.paid()));
            }
        }
    }

    private static int number(String[] arguments, int at, int usual) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
    }
}
