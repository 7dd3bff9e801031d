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
import java.util.UUID;
import org.walletcounter.web.FaultTexts;
import org.walletcounter.web.WebLog;

/**
 * A step that updates a part of a page and fails in a way nobody foresaw is told on the page (console.js), in the reader's
 * language and with a reference, and what was typed stays. Whole pages that fail, and views that have expired, go the usual way
 * (web.xml).
 */
final class FaultHandler extends ExceptionHandlerWrapper {

    /** What console.js knows it by. */
    private static final String NAME = "counter.fault";

    FaultHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        if (events.hasNext() && faces.getPartialViewContext().isAjaxRequest() && !faces.getResponseComplete()) {
            Throwable failure = cause(events.next());
            if (!(failure instanceof ViewExpiredException)) {
                tell(faces, failure);
                events.remove();
                while (events.hasNext()) {
                    events.next();
                    events.remove();
                }
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
        ExternalContext answer = faces.getExternalContext();
        UUID reference = UUID.randomUUID();
        WebLog.LOG.pageFailed(((HttpServletRequest) answer.getRequest()).getRequestURI(), reference, failure);
        FaultTexts texts = FaultTexts.in(
                faces.getViewRoot() == null
                        ? "en"
                        : faces.getViewRoot().getLocale().getLanguage());
        try {
            answer.responseReset();
            answer.setResponseContentType("text/xml");
            answer.setResponseCharacterEncoding("UTF-8");
            answer.addResponseHeader("Cache-Control", "no-store");
            PartialResponseWriter writer = faces.getPartialViewContext().getPartialResponseWriter();
            writer.startDocument();
            writer.startError(NAME);
            writer.write(texts.text("failed.title") + '\n' + texts.failed(reference));
            writer.endError();
            writer.endDocument();
            faces.responseComplete();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
