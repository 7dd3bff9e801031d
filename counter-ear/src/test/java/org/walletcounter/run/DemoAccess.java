package org.walletcounter.run;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The sign-ins of the demo merchant, which the application writes once, when it has loaded the merchant into an empty database:
 *
 * <pre>{@code
 * {"address": "http://localhost:8080", "merchant": {"id", "code", ...},
 *  "stores":  [{"id", "code", ..., "tills": [{"id", "code", "name"}, ...]}, ...],
 *  "apiKeys": {"cashier": "<secret>", "manager": ...},
 *  "signIns": {"cashier": {"username": ..., "password": ...}, "manager": ...},
 *  "members": [{"id", "code", "name", "phone", "device": {"number", "secret", "stepSeconds", "prefix"}}, ...]}
 * }</pre>
 */
public final class DemoAccess {

    private final JsonObject content;

    private DemoAccess(JsonObject content) {
        this.content = content;
    }

    /** Waits until the application has written {@code file}; gives up when {@code alive} says that it never will. */
    public static DemoAccess await(Path file, Duration patience, BooleanSupplier alive) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline || !alive.getAsBoolean()) {
                throw new CannotRun("The demo merchant was not loaded: " + file
                        + " is missing; the reason is in the log" + " folder beside it.");
            }
            Pause.millis(100);
        }
        return read(file);
    }

    private static DemoAccess read(Path file) {
        try (BufferedReader text = Files.newBufferedReader(file);
                JsonReader reader = Json.createReader(text)) {
            return new DemoAccess(reader.readObject());
        } catch (IOException | RuntimeException e) {
            throw new CannotRun("Could not read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /** The id of the demo merchant. */
    public String merchantId() {
        return content.getJsonObject("merchant").getString("id");
    }

    /** The short name of the demo merchant. */
    public String merchant() {
        return content.getJsonObject("merchant").getString("code");
    }

    /** An API key of that role. */
    public String key(String role) {
        return content.getJsonObject("apiKeys").getString(role);
    }

    /** The name that a member of staff of that role signs in with. */
    public String username(String role) {
        return content.getJsonObject("signIns").getJsonObject(role).getString("username");
    }

    /** The password that goes with {@link #username}. */
    public String password(String role) {
        return content.getJsonObject("signIns").getJsonObject(role).getString("password");
    }

    /** The first store of the demo merchant. */
    public String store() {
        return content.getJsonArray("stores").getJsonObject(0).getString("id");
    }

    /** The first till of {@link #store}. */
    public String till() {
        return content.getJsonArray("stores")
                .getJsonObject(0)
                .getJsonArray("tills")
                .getJsonObject(0)
                .getString("id");
    }

    /** The currency of the demo merchant. */
    public String currency() {
        return content.getJsonObject("merchant").getString("currency");
    }

    /** Members of the demo merchant, each with the key of a phone of theirs. */
    public List<JsonObject> members() {
        return content.getJsonArray("members").getValuesAs(JsonObject.class);
    }

    void print(PrintStream screen) {
        screen.println("Sign in with");
        content.getJsonObject("signIns")
                .keySet()
                .forEach(role -> screen.printf("  %-14s %-20s %s%n", role, username(role), password(role)));
    }
}
