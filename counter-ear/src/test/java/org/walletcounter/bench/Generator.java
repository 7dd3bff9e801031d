package org.walletcounter.bench;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.walletcounter.bench.load.LoadGenerator;
import org.walletcounter.run.CannotRun;

/** The harness's end of the generator's process: gives orders, takes answers. */
final class Generator implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;

    private Generator(Process process) {
        this.process = process;
        this.orders = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII));
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the process; it draws from the populations in {@code folder}. */
    static Generator start(int port, Path folder) {
        try {
            Process process = JavaProcess.start(
                    List.of("-Xmx512m", "-Xms128m"), LoadGenerator.class, Integer.toString(port), folder.toString());
            Generator generator = new Generator(process);
            generator.answer();
            return generator;
        } catch (IOException e) {
            throw new CannotRun("The load generator could not be started: " + e.getMessage() + ".", e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As many requests as so many connections can have answered. */
    Load closed(String population, int connections, int seconds) {
        return order("closed " + population + " " + connections + " " + seconds);
    }

    /** So many requests per second, whether or not they are answered. */
    Load open(String population, int connections, int seconds, double perSecond) {
        return order("open " + population + " " + connections + " " + seconds + " " + perSecond);
    }

    /** One payment, the first of a server that has just started. */
    Load first(String population) {
        return order("first " + population + " 1 " + PATIENCE_SECONDS);
    }

    /** As many baskets priced as so many connections can have answered. */
    Load baskets(String population, int connections, int seconds) {
        return order("baskets " + population + " " + connections + " " + seconds);
    }

    /** As many batches of taps as so many connections can have answered. */
    Load taps(String population, int connections, int seconds) {
        return order("taps " + population + " " + connections + " " + seconds);
    }

    private Load order(String order) {
        try {
            orders.write(order);
            orders.newLine();
            orders.flush();
            try (JsonReader json = Json.createReader(new StringReader(answer()))) {
                return new Load(json.readObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        @Nullable String line = answers.readLine();
        if (line == null) {
            throw new CannotRun("The load generator ended by itself; its reason stands above.");
        }
        return line;
    }

    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
