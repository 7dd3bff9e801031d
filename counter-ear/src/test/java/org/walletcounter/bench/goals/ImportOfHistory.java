package org.walletcounter.bench.goals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.walletcounter.bench.Stage;
import org.walletcounter.bench.load.Population;
import org.walletcounter.it.HistoryFile;
import org.walletcounter.run.CannotRun;

/** Imports a file of history through the API, as a manager does, and waits for its end. */
final class ImportOfHistory {

    private static final double NANOS = 1e9;
    private static final long PAUSE_MILLIS = 100;
    private final Stage stage;
    private final HttpClient client = HttpClient.newHttpClient();

    ImportOfHistory(Stage stage) {
        this.stage = stage;
    }

    double linesPerSecond(int copies) {
        try {
            Population.Merchant merchant =
                    stage.population(Stage.MANY).merchants().get(0);
            byte[] file = HistoryFile.copies(copies, "B");
            long begin = System.nanoTime();
            JsonObject started = ask(
                    merchant,
                    HttpRequest.newBuilder(stage.api("imports?fileName=bench.csv&storeId="
                                    + merchant.tills().get(0).store()))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
            URI status = stage.api("imports/" + started.getString("id"));
            JsonObject view = ask(merchant, HttpRequest.newBuilder(status));
            while (view.getString("state").equals("RUNNING")) {
                Thread.sleep(PAUSE_MILLIS);
                view = ask(merchant, HttpRequest.newBuilder(status));
            }
            if (!view.getString("state").equals("COMPLETED")) {
                throw new CannotRun("The import ended as " + view + ".");
            }
            return view.getJsonNumber("linesTotal").doubleValue() / ((System.nanoTime() - begin) / NANOS);
        } catch (IOException e) {
            throw new CannotRun("The import could not be measured: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The import was interrupted.", e);
        }
    }

    private JsonObject ask(Population.Merchant merchant, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpRequest ready = request.header("Authorization", "Bearer " + merchant.managerKey())
                .build();
        String body = client.send(ready, HttpResponse.BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
