package org.walletcounter.it;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.walletcounter.it.Customers.Shown;
import org.walletcounter.it.Reckoning.Heard;

/**
 * Tills that never stop paying: about every other sale from a wallet, if a customer has a code to show, else in cash. Each makes the key of a
 * sale and writes it to a file before it sends the sale, as a real till does; where no answer comes it asks again with the
 * same key. What it heard stays known.
 */
final class PaymentLoad implements AutoCloseable {

    private final URI payments;
    private final String cashier;
    private final Sales sales;
    private final Customers customers;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final BufferedWriter memory;
    private final Map<Sale, Heard> heard = new ConcurrentHashMap<>();
    private final Set<Sale> unanswered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger takenUnheard = new AtomicInteger();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService tills;

    PaymentLoad(RunningCounter counter, Customers customers, Path memory) throws IOException {
        this.payments = URI.create(counter.address() + "api/v1/payments");
        this.cashier = counter.access().key("cashier");
        this.sales = new Sales(counter);
        this.customers = customers;
        this.memory = Files.newBufferedWriter(memory);
        this.tills = Executors.newFixedThreadPool(customers.queues());
        for (int till = 0; till < customers.queues(); till++) {
            int queue = till;
            this.tills.execute(() -> keepPaying(queue));
        }
    }

    /** Ends the load; what is on its way is answered or lost. */
    void stop() throws InterruptedException {
        open.set(false);
        tills.shutdown();
        if (!tills.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A till did not stop.");
        }
    }

    /** Asks about every sale that has no answer yet, as long as it takes within a bound. */
    void settle() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(75);
        for (Sale sale : heard(Heard.NOTHING)) {
            while (ask(sale) == Heard.NOTHING && System.nanoTime() < deadline) {
                Thread.sleep(500);
            }
        }
    }

    /** The sales of which the tills heard that. */
    List<Sale> heard(Heard what) {
        return heard.entrySet().stream()
                .filter(entry -> entry.getValue() == what)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything the tills ever sent, and what they heard of it. */
    Map<Sale, Heard> log() {
        return Map.copyOf(heard);
    }

    /** The sales that had no answer at first. */
    Set<Sale> unanswered() {
        return Set.copyOf(unanswered);
    }

    /** How many of those turned out to be paid already when the till asked again. */
    int takenUnheard() {
        return takenUnheard.get();
    }

    @Override
    public void close() throws IOException {
        tills.shutdownNow();
        memory.close();
    }

    private void keepPaying(int queue) {
        try {
            while (open.get()) {
                Sale sale = remember(newSale(queue));
                if (askOnce(sale) == Heard.NOTHING) {
                    unanswered.add(sale);
                    keepAsking(sale);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepAsking(Sale sale) throws InterruptedException {
        do {
            Thread.sleep(200); // a till that meets a dead server does not hammer it
        } while (open.get() && askOnce(sale) == Heard.NOTHING);
    }

    private Heard askOnce(Sale sale) throws InterruptedException {
        try {
            return ask(sale);
        } catch (IOException noAnswer) {
            return Heard.NOTHING;
        }
    }

    /** Sends the sale (again) with its own key, and keeps what comes back. */
    private Heard ask(Sale sale) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(sale);
        Heard meaning = meaning(answer);
        heard.put(sale, meaning);
        if (meaning == Heard.PAID
                && answer.headers().firstValue("Idempotency-Replayed").isPresent()) {
            takenUnheard.incrementAndGet();
        }
        return meaning;
    }

    private HttpResponse<String> send(Sale sale) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(payments)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + cashier)
                        .header("Idempotency-Key", sale.key().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(sale.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Busy, away, still running and too many guesses all say: ask again. */
    private static Heard meaning(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 201 -> Heard.PAID;
            case 409, 429 -> Heard.NOTHING;
            default -> answer.statusCode() >= 500 ? Heard.NOTHING : Heard.REFUSED;
        };
    }

    private Sale newSale(int queue) {
        UUID key = UUID.randomUUID();
        long amount = 1 + Math.floorMod(key.getLeastSignificantBits(), 199L);
        String number = Sale.numberOf(key);
        Optional<Shown> shown = key.getMostSignificantBits() > 0 ? customers.next(queue) : Optional.empty();
        return shown.map(each -> fromWallet(key, number, amount, each))
                .orElseGet(() -> new Sale(key, sales.cash(number, amount), amount, null));
    }

    private Sale fromWallet(UUID key, String number, long amount, Shown shown) {
        return new Sale(key, sales.wallet(number, amount, shown.code()), amount, shown.member());
    }

    private Sale remember(Sale sale) {
        heard.put(sale, Heard.NOTHING);
        synchronized (memory) {
            try {
                memory.write(sale.key() + " " + sale.body());
                memory.newLine();
                memory.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sale;
    }
}
