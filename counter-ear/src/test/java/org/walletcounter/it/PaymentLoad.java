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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.walletcounter.run.DemoAccess;

/**
 * Tills that never stop paying. Each makes the key of a sale and writes it to a file before it sends the sale, as a real till does;
 * what it heard stays known: paid, refused, or nothing at all.
 */
final class PaymentLoad implements AutoCloseable {

    /** What a till knows of a sale. */
    enum Heard {
        /** It was answered with 201. */
        PAID,
        /** It was answered that nothing was taken, and that this will not change. */
        REFUSED,
        /** No answer came, or one that says to ask again. */
        NOTHING
    }

    /** A sale as it was sent, and as it is sent again word by word. */
    record Sale(UUID key, String body) {}

    private final URI payments;
    private final DemoAccess access;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final BufferedWriter memory;
    private final Map<Sale, Heard> heard = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ExecutorService tills;

    PaymentLoad(RunningCounter counter, int tills, Path memory) throws IOException {
        this.payments = URI.create(counter.address() + "api/v1/payments");
        this.access = counter.access();
        this.memory = Files.newBufferedWriter(memory);
        this.tills = Executors.newFixedThreadPool(tills);
        for (int till = 0; till < tills; till++) {
            this.tills.execute(this::keepPaying);
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

    /** The sales of which the tills heard that. */
    List<Sale> heard(Heard what) {
        return heard.entrySet().stream()
                .filter(entry -> entry.getValue() == what)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sends the sale (again) with its own key. */
    HttpResponse<String> send(Sale sale) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(payments)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + access.key("cashier"))
                        .header("Idempotency-Key", sale.key().toString())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(sale.body()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        tills.shutdownNow();
        memory.close();
    }

    private void keepPaying() {
        while (open.get()) {
            Sale sale = remember(newSale());
            try {
                heard.put(sale, meaning(send(sale)));
            } catch (IOException e) {
                rest();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Heard meaning(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            return Heard.PAID;
        }
        return answer.statusCode() >= 500 || answer.statusCode() == 409 ? Heard.NOTHING : Heard.REFUSED;
    }

    private Sale newSale() {
        UUID key = UUID.randomUUID();
        long amount = 100 + Math.floorMod(key.getLeastSignificantBits(), 9_900L);
        String money = "{\"amount\":" + amount + ",\"currency\":\"" + access.currency() + "\"}";
        String body = "{\"storeId\":\"" + access.store() + "\",\"tillId\":\"" + access.till()
                + "\",\"saleNumber\":\"CRASH-" + key
                + "\",\"lines\":[],\"amount\":" + money + ",\"shown\":null,\"tenders\":[{\"kind\":\"CASH\",\"amount\":"
                + money
                + ",\"received\":" + money + "}]}";
        return new Sale(key, body);
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

    /** A till that meets a dead server does not hammer it. */
    private static void rest() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All sales ever sent. */
    List<Sale> all() {
        return new ArrayList<>(heard.keySet());
    }
}
