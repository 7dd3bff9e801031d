package org.walletcounter.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Answer;
import org.walletcounter.kernel.CommandKey;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.Idempotency;
import org.walletcounter.kernel.KernelError;

/**
 * Runs the API's commands once per key. What was done is answered again with the same bytes; what was refused on its
 * merits stays refused under that key.
 */
@ApplicationScoped
public class Commands {

    /** Says that an answer was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;

    @Inject
    Idempotency idempotency;

    /** The key of a command; refuses when the header is missing or too long. */
    public CommandKey key(Actor actor, @Nullable String header, String content) {
        if (header == null || header.isBlank() || header.length() > LONGEST_KEY) {
            throw CounterException.at("Idempotency-Key", KernelError.KEY_MISSING);
        }
        return CommandKey.of(actor.id(), header, content);
    }

    /** Runs a command whose result is written as JSON and answered with the status. */
    public Response run(CommandKey key, int status, Locale locale, Supplier<Object> command) {
        return runText(key, status, locale, () -> Json.SHARED.toJson(command.get()));
    }

    /** Runs a command whose result is JSON already and answered with the status. */
    public Response runText(CommandKey key, int status, Locale locale, Supplier<String> command) {
        try {
            return response(idempotency.once(key, () -> new Answer(status, command.get(), false)));
        } catch (CounterException refusal) {
            return refused(key, locale, refusal);
        }
    }

    /** Runs a command that keeps its own answer under the key, together with what it does. */
    public Response runKept(CommandKey key, int status, Locale locale, Supplier<String> command) {
        Optional<Answer> before = idempotency.recall(key);
        if (before.isPresent()) {
            return response(before.get());
        }
        try {
            return response(new Answer(status, command.get(), false));
        } catch (CounterException refusal) {
            // the same command may have been done by another thread meanwhile, and be what stands in this one's way
            return idempotency.recall(key).map(Commands::response).orElseGet(() -> refused(key, locale, refusal));
        }
    }

    private Response refused(CommandKey key, Locale locale, CounterException refusal) {
        if (refusal.error().kind() != ErrorCode.Kind.REFUSED || refusal.error() == KernelError.KEY_REUSED) {
            throw refusal;
        }
        int status = Problem.status(refusal.error());
        String body = Problem.body(refusal, locale).build().toString();
        return response(idempotency.keep(key, new Answer(status, body, false)));
    }

    /** An answer as a response. */
    public static Response response(Answer answer) {
        String type = answer.status() >= 400 ? Problem.TYPE : MediaType.APPLICATION_JSON;
        Response.ResponseBuilder response =
                Response.status(answer.status()).type(type).entity(answer.body());
        return answer.replayed() ? response.header(REPLAYED, "true").build() : response.build();
    }
}
