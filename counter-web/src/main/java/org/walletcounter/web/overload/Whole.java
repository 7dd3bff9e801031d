package org.walletcounter.web.overload;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;

/**
 * Hands a request on when its body is there. Who sends slowly, or not at all, or waits to be told to (100-continue), holds no
 * thread meanwhile; sixty-four of them would hold all there are.
 */
final class Whole implements HttpHandler {

    /** Of 16 KiB each: room for five hundred taps. A larger body, an upload, is read by its thread. */
    private static final int BUFFERS = 12;

    private final HttpHandler waiting;

    Whole(HttpHandler next) {
        waiting = new RequestBufferingHandler(next, BUFFERS);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new Told(exchange));
        } else {
            waiting.handleRequest(exchange);
        }
    }

    /** Who was told to go on is like everybody else from then on. */
    private final class Told implements IoCallback {

        private final HttpServerExchange exchange;

        Told(HttpServerExchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void onComplete(HttpServerExchange told, Sender sender) {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            exchange.dispatch(SameThreadExecutor.INSTANCE, waiting);
        }

        @Override
        public void onException(HttpServerExchange told, Sender sender, IOException gone) {
            exchange.endExchange();
        }
    }
}
