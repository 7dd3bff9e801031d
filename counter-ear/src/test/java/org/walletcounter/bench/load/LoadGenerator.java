package org.walletcounter.bench.load;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.walletcounter.members.PaymentCode;

/**
 * The tills: a process of its own, so that what it spends is told apart from what the server spends. It reads orders from
 * its standard input, one a line, and answers each with one line of JSON:
 *
 * <pre>
 * closed &lt;population file&gt; &lt;connections&gt; &lt;seconds&gt;
 * baskets &lt;population file&gt; &lt;connections&gt; &lt;seconds&gt;
 * taps &lt;population file&gt; &lt;connections&gt; &lt;seconds&gt;
 * first &lt;population file&gt; 1 &lt;seconds to wait at most&gt;
 * open &lt;population file&gt; &lt;connections&gt; &lt;seconds&gt; &lt;requests per second&gt;
 * </pre>
 */
public final class LoadGenerator {

    private static final String LAST_STEP = "last-step";
    private final InetSocketAddress address;
    private final Path folder;
    private final Map<String, Requests> known = new HashMap<>();
    private long seed = System.nanoTime();

    private LoadGenerator(InetSocketAddress address, Path folder) {
        this.address = address;
        this.folder = folder;
    }

    /** The server's port and the folder of the populations. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        LoadGenerator generator = new LoadGenerator(new InetSocketAddress("127.0.0.1", port), Path.of(arguments[1]));
        generator.awaitFreshStep();
        System.out.println("ready");
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                System.out.println(generator.obey(order.split(" ", -1)));
                System.out.flush();
            }
        }
    }

    private JsonObject obey(String[] order) throws IOException {
        Requests requests = requests(order[1]);
        Loop loop = new Loop(address, Integer.parseInt(order[2]), requests);
        int seconds = Integer.parseInt(order[3]);
        JsonObject result = switch (order[0]) {
            case "closed" -> loop.closed(seconds, requests::next);
            case "first" -> loop.first(seconds);
            case "taps" -> loop.closed(seconds, requests::nextTaps);
            case "baskets" -> loop.closed(seconds, requests::nextBasket);
            case "open" -> loop.open(Double.parseDouble(order[4]), seconds, seed++);
            default -> throw new IllegalArgumentException("There is no order " + order[0] + ".");
        };
        Files.writeString(folder.resolve(LAST_STEP), Long.toString(step()));
        return result;
    }

    private Requests requests(String population) throws IOException {
        Requests requests = known.get(population);
        if (requests == null) {
            Population read = Population.read(folder.resolve(population));
            requests = new Requests(read, "localhost:" + address.getPort(), seed++);
            known.put(population, requests);
        }
        return requests;
    }

    /** An earlier generator may have used codes of this time step; in the next one, all are fresh. */
    private void awaitFreshStep() throws IOException {
        Path last = folder.resolve(LAST_STEP);
        long used = Files.exists(last) ? Long.parseLong(Files.readString(last).strip()) : Long.MIN_VALUE;
        while (step() <= used) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
    }

    private static long step() {
        return PaymentCode.stepAt(Clock.systemUTC().instant());
    }
}
