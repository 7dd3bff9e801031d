package org.walletcounter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.walletcounter.run.CannotRun;

/** The ledger's own check over all that is in the books, asked for by its door. One runs at a time: this one waits its turn. */
final class BooksCheck {

    private static final int OK = 200;
    private static final int ANOTHER_RUNS = 409;
    private static final long PAUSE_MILLIS = 1000;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest ask;
    private final Runnable pause;

    /** With the key of an administrator: nobody else is told what is wrong where. */
    BooksCheck(URI door, String key) {
        this(door, key, BooksCheck::pause);
    }

    BooksCheck(URI door, String key, Runnable pause) {
        // A connection upgraded to HTTP/2 is closed when a minute passes without an answer, and this may take longer.
        this.ask = HttpRequest.newBuilder(door)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + key)
                .build();
        this.pause = pause;
    }

    /** What was found; empty when all is well. An answer that tells neither stops the run. */
    String findings() {
        HttpResponse<String> answer = answer();
        while (answer.statusCode() == ANOTHER_RUNS) {
            pause.run();
            answer = answer();
        }
        if (answer.statusCode() != OK) {
            throw new CannotRun("The books could not be checked: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().replace("{\"findings\":[]}", "");
    }

    private HttpResponse<String> answer() {
        try {
            return client.send(ask, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CannotRun interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CannotRun("The check of the books was interrupted.", cause);
    }
}
