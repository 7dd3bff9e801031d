package org.walletcounter.web.api;

import io.undertow.server.RequestTooBigException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.RefusalTexts;
import org.walletcounter.web.WebLog;
import org.walletcounter.web.security.Caller;
import org.walletcounter.web.security.RecognisingCallers;

/**
 * Turns whatever a resource throws into a problem. Refusals keep their code; what nobody expected is logged under a
 * reference and tells the caller nothing but that.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {

    /** Of what nobody expected. A module that refuses with the same code knows what has failed, and is answered 503. */
    private static final int UNEXPECTED = 500;

    /** What the server refuses before any of our code is asked, by the status that it answers with. */
    private static final Map<Integer, KernelError> OF_HTTP = Stream.of(
                    KernelError.METHOD_NOT_ALLOWED,
                    KernelError.NOT_ACCEPTABLE,
                    KernelError.BODY_TOO_LARGE,
                    KernelError.CONTENT_TYPE_UNSUPPORTED)
            .collect(Collectors.toMap(Problem::status, Function.identity()));

    @Context
    HttpHeaders headers;

    @Context
    Request request;

    @Inject
    Caller caller;

    @Override
    public Response toResponse(Throwable failure) {
        if (isTooLarge(failure)) {
            return answer(KernelError.BODY_TOO_LARGE);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<CounterException> refusal = refusal(cause);
            if (refusal.isPresent()) {
                return Problem.answer(refusal.get(), locale());
            }
        }
        return failure instanceof WebApplicationException known ? ofServer(known) : unexpected(failure);
    }

    /** Whether the body was broken off: whoever was reading it says that it cannot be read, or that something failed. */
    static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestTooBigException) {
                return true;
            }
        }
        return false;
    }

    private Optional<CounterException> refusal(Throwable cause) {
        if (cause instanceof CounterException refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof EJBAccessException) {
            boolean known = caller.known().isPresent();
            return Optional.of(new CounterException(known ? KernelError.ROLE_MAY_NOT : KernelError.NOT_SIGNED_IN));
        }
        boolean unreadable = cause instanceof JsonException || cause instanceof JsonbException;
        return unreadable ? Optional.of(new CounterException(KernelError.MALFORMED_REQUEST)) : Optional.empty();
    }

    private Response ofServer(WebApplicationException known) {
        int status = known.getResponse().getStatus();
        if (status == 404) {
            return answer(KernelError.NO_SUCH_RESOURCE);
        }
        if (status == 400) {
            return answer(KernelError.MALFORMED_REQUEST);
        }
        KernelError error = OF_HTTP.get(status);
        return error == null ? known.getResponse() : inWords(known.getResponse(), error);
    }

    /** The server's own answer with its headers, which say what would be allowed, and a problem as its body. */
    private Response inWords(Response answer, KernelError error) {
        String body =
                Problem.body(new CounterException(error), locale()).build().toString();
        return Response.fromResponse(answer).type(Problem.TYPE).entity(body).build();
    }

    private Response unexpected(Throwable failure) {
        UUID reference = UUID.randomUUID();
        WebLog.LOG.unexpected(reference, failure);
        KernelError error = unforeseen(request.getMethod());
        String text = RefusalTexts.of(error, List.of(reference), locale());
        return Problem.answer(
                UNEXPECTED,
                Problem.body(error, text)
                        .add("status", UNEXPECTED)
                        .add("reference", reference.toString())
                        .build()
                        .toString());
    }

    /** What failed in a commit may have been done all the same; only a question is known to have done nothing. */
    static KernelError unforeseen(String method) {
        return RecognisingCallers.HARMLESS.contains(method) ? KernelError.INTERNAL : KernelError.UNCERTAIN;
    }

    private Response answer(KernelError error) {
        return Problem.answer(new CounterException(error), locale());
    }

    private Locale locale() {
        return Language.of(headers);
    }
}
