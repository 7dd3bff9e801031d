package org.walletcounter.web.console;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.PartialResponseWriter;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.walletcounter.web.FaultTexts;
import org.walletcounter.web.PageLanguage;
import org.walletcounter.web.WebLog;

/**
 * A step that updates a part of a page and fails in a way nobody foresaw is told on the page (console.js), in the reader's
 * language and with a reference, and what was typed stays. So is a step on a page that the server keeps no more. Whole pages
 * go the usual way (web.xml).
 */
final class FaultHandler extends ExceptionHandlerWrapper {

    /** What console.js knows them by. */
    private static final String FAILED = "counter.fault";

    private static final String EXPIRED = "counter.expired";
    private static final String TEXTS = "org.walletcounter.web.console.texts";

    FaultHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        if (events.hasNext() && faces.getPartialViewContext().isAjaxRequest() && !faces.getResponseComplete()) {
            tell(faces, cause(events.next()));
            events.remove();
            while (events.hasNext()) {
                events.next();
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private Throwable cause(ExceptionQueuedEvent event) {
        Throwable failure = event.getContext().getException();
        Throwable root = getRootCause(failure);
        return root == null ? failure : root;
    }

    private static void tell(FacesContext faces, Throwable failure) {
        HttpServletRequest request = ConsoleSession.request();
        String language = PageLanguage.of(request);
        if (failure instanceof ViewExpiredException) {
            ResourceBundle texts = ResourceBundle.getBundle(TEXTS, "zh".equals(language) ? Locale.CHINA : Locale.UK);
            answer(faces, EXPIRED, texts.getString("expired.title") + '\n' + texts.getString("expired.text"));
        } else {
            UUID reference = UUID.randomUUID();
            WebLog.LOG.pageFailed(request.getRequestURI(), reference, failure);
            FaultTexts texts = FaultTexts.in(language);
            answer(faces, FAILED, texts.text("failed.title") + '\n' + texts.failed(reference));
        }
    }

    private static void answer(FacesContext faces, String name, String told) {
        ExternalContext answer = faces.getExternalContext();
        try {
            answer.responseReset();
            answer.setResponseContentType("text/xml");
            answer.setResponseCharacterEncoding("UTF-8");
            answer.addResponseHeader("Cache-Control", "no-store");
            PartialResponseWriter writer = faces.getPartialViewContext().getPartialResponseWriter();
            writer.startDocument();
            writer.startError(name);
            writer.write(told);
            writer.endError();
            writer.endDocument();
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
