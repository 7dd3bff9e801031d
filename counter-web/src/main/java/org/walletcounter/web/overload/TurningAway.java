package org.walletcounter.web.overload;

import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts the {@link Door} before everything else of the application, where the server's network threads pass, and lets no
 * thread wait for the body of a request. Found by the server through {@code META-INF/services}.
 */
public final class TurningAway implements ServletExtension {

    private static final String SETTING = "counter.http.payments-at-once";
    private static final String UNDER_WAY = "counter.transactions.under-way";

    /** As many as may be under way in the ledger: who is let in here is not refused there, after work went into it. */
    private static final int USUAL = 256;

    private static final String API = "/api/";

    /** Of 16 KiB each: room for five hundred taps. A larger body, an upload, is read by its thread. */
    private static final int BUFFERS = 12;

    @Override
    public void handleDeployment(DeploymentInfo application, ServletContext context) {
        Config config = ConfigProvider.getConfig();
        int most = config.getOptionalValue(SETTING, Integer.class)
                .or(() -> config.getOptionalValue(UNDER_WAY, Integer.class))
                .orElse(USUAL);
        application.addInitialHandlerChainWrapper(next -> new Door(whole(next), new Room(most)));
    }

    /** Gives a request of the API to a thread when its body is there: who sends slowly, or not at all, holds none. */
    private static HttpHandler whole(HttpHandler next) {
        HttpHandler waiting = new RequestBufferingHandler(next, BUFFERS);
        return exchange -> (exchange.getRequestPath().startsWith(API) ? waiting : next).handleRequest(exchange);
    }
}
