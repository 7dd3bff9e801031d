package org.walletcounter.web.api.loyalty;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.walletcounter.web.api.Commands;
import org.walletcounter.web.security.Caller;

/** Runs this request's command once per key, in the caller's language. */
@RequestScoped
public class Doing {

    static final String KEY = "Idempotency-Key";

    @Inject
    Commands commands;

    @Inject
    Caller caller;

    @Inject
    HttpServletRequest request;

    Response run(@Nullable String key, int status, String content, Supplier<Object> command) {
        return commands.run(commands.key(caller.actor(), key, content), status, request.getLocale(), command);
    }
}
