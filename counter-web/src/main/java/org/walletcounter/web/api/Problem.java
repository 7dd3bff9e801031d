package org.walletcounter.web.api;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.Failures;
import org.walletcounter.web.RefusalTexts;

/** A refusal as the API writes it: problem+json of RFC 9457 with our stable code and the field at fault. */
public final class Problem {

    /** The media type. */
    public static final String TYPE = "application/problem+json";

    private static final int RETRY_SECONDS = 1;

    /** Asked for once: each question looks through all libraries of the application, and refusals must be cheap. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Problem() {}

    /** The HTTP status of a refusal: the one that HTTP has for just this, else that of its kind. */
    public static int status(ErrorCode error) {
        return error instanceof KernelError ours ? ofKernel(ours) : ofKind(error.kind());
    }

    private static int ofKernel(KernelError error) {
        return switch (error) {
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case BODY_TOO_LARGE -> 413;
            case CONTENT_TYPE_UNSUPPORTED -> 415;
            default -> ofKind(error.kind());
        };
    }

    private static int ofKind(ErrorCode.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case REFUSED -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** The body of a refusal, open for more members. What failed on our side is logged, and {@code reference} says where. */
    public static JsonObjectBuilder body(CounterException refusal, Locale locale) {
        CounterException told = Failures.told(refusal);
        JsonObjectBuilder body = body(told.error(), RefusalTexts.of(told, locale));
        if (told.error() == KernelError.INTERNAL && !told.arguments().isEmpty()) {
            body.add("reference", String.valueOf(told.arguments().get(0)));
        }
        @Nullable String field = refusal.field();
        return field == null ? body : body.add("field", field);
    }

    /** The body of a code with a ready text, open for more members. */
    public static JsonObjectBuilder body(ErrorCode error, String text) {
        return JSON.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", error.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .add("status", status(error))
                .add("detail", text)
                .add("code", error.code());
    }

    /** A whole answer. */
    public static Response answer(CounterException refusal, Locale locale) {
        String body = body(refusal, locale).build().toString();
        return answer(status(refusal.error()), body);
    }

    /** An answer with a ready body. */
    public static Response answer(int status, String body) {
        Response.ResponseBuilder response = Response.status(status).type(TYPE).entity(body);
        if (status == 409 || status == 429 || status >= 500) {
            response.header("Retry-After", RETRY_SECONDS);
        }
        return response.build();
    }
}
