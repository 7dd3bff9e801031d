package org.walletcounter.web.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.walletcounter.web.FaultTexts;
import org.walletcounter.web.PageLanguage;
import org.walletcounter.web.WebLog;

/**
 * What a browser shows instead of a page that is not there or that failed: in the reader's language, what to do, and nothing of
 * what only the operator's log should tell. It asks neither the database nor the console, for they may be what failed. The
 * container sends every error here (web.xml); nobody else comes.
 */
@WebServlet("/fault")
public class FaultServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%3$s · %2$s</title>
                <link rel="icon" type="image/svg+xml" href="/assets/logo.svg">
                <link rel="stylesheet" href="/assets/tokens.css">
                <link rel="stylesheet" href="/assets/console/console.css">
              </head>
              <body class="bare">
                <header class="bare-top"><span class="brand"><img src="/assets/logo.svg" alt="" width="28" height="28"><span>%2$s</span></span></header>
                <main id="content">
                  <div class="sign-in"><section class="sign-in-card">
                    <h1>%3$s</h1>
                    <p data-fault>%4$s</p>
                    <p class="stack"><a class="button button--primary button--wide" href="%5$s">%6$s</a></p>
                  </section></div>
                </main>
              </body>
            </html>
            """;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String address =
                Objects.requireNonNullElse((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        if (address.startsWith("/api/")) {
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(page(FaultTexts.in(PageLanguage.of(request)), request, response.getStatus(), address));
    }

    private static String page(FaultTexts texts, HttpServletRequest request, int status, String address) {
        String fault = fault(status);
        return PAGE.formatted(
                texts.text("language"),
                texts.text("product"),
                texts.text(fault + ".title"),
                fault.equals("failed") ? failed(texts, request, address) : texts.text(fault + ".text"),
                start(address),
                texts.text("start"));
    }

    private static String failed(FaultTexts texts, HttpServletRequest request, String address) {
        UUID reference = UUID.randomUUID();
        WebLog.LOG.pageFailed(address, reference, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return texts.failed(reference);
    }

    /** What happened, by the status of the answer. */
    static String fault(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN, HttpServletResponse.SC_UNAUTHORIZED -> "closed";
            case HttpServletResponse.SC_NOT_FOUND -> "missing";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "busy";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "unreadable" : "failed";
        };
    }

    /** Where somebody begins who wanted to go to this address. */
    static String start(String address) {
        return Stream.of("/console/", "/till/", "/me/")
                .filter(address::startsWith)
                .findFirst()
                .orElse("/");
    }
}
