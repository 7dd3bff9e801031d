package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.web.WebLog;
import org.walletcounter.web.api.Problem;

/**
 * Tells the container who calls, as {@link RecognisingCallers} knows it. A module of Jakarta Authentication, not a mechanism of
 * Jakarta Security, which looks its mechanism up by name twice in each request: a twelfth of what a payment cost the server.
 * {@link BringingAuthentication} makes it known.
 */
@ApplicationScoped
public class CounterAuthentication implements ServerAuthModule {

    /** What Faces calls a request that updates parts of a page. */
    private static final String UPDATE = "partial/ajax";

    @Inject
    RecognisingCallers recognising;

    /** The container's: takes what was found out about the request that is on this thread. */
    private volatile @Nullable CallbackHandler container;

    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        HttpServletResponse response = (HttpServletResponse) message.getResponseMessage();
        Optional<Actor> actor;
        try {
            actor = recognising.recognise(request);
        } catch (RuntimeException unreachable) {
            return notNow(request, response, unreachable);
        }
        if (actor.isPresent()) {
            request.setAttribute(Caller.ATTRIBUTE, actor.get());
            tell(
                    new CallerPrincipalCallback(client, actor.get().id()),
                    new GroupPrincipalCallback(client, new String[] {actor.get().role()}));
            return AuthStatus.SUCCESS;
        }
        return wantsConsole(request) ? sendToSignIn(request, response) : nobody(client);
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        // Nothing is kept between two requests but the session, which signing out ends by itself.
    }

    /**
     * A step on a page is not led to another page: its script would take that for an update of nothing. It is told, and
     * loads the page anew (console.js), which is led there with all that it was asked for.
     */
    private static AuthStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response)
            throws AuthException {
        if (UPDATE.equals(request.getHeader("Faces-Request"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthStatus.SEND_FAILURE;
        }
        try {
            response.sendRedirect(
                    "/console/sign-in.xhtml?back=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
            return AuthStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw failure(gone);
        }
    }

    /** A request of nobody in particular: whether that is enough is decided at the doors. */
    private AuthStatus nobody(Subject client) throws AuthException {
        tell(new CallerPrincipalCallback(client, (Principal) null));
        return AuthStatus.SUCCESS;
    }

    private void tell(Callback... found) throws AuthException {
        CallbackHandler handler = container;
        if (handler == null) {
            throw new AuthException("The container has not introduced itself.");
        }
        try {
            handler.handle(found);
        } catch (IOException | UnsupportedCallbackException refused) {
            throw failure(refused);
        }
    }

    private static AuthException failure(Exception cause) {
        AuthException failure = new AuthException(cause.getMessage());
        failure.initCause(cause);
        return failure;
    }

    /** Nobody can be recognised while the database is away: say so, briefly to the caller and briefly in the log. */
    private static AuthStatus notNow(HttpServletRequest request, HttpServletResponse response, RuntimeException cause) {
        WebLog.LOG.callerNotRecognised(request.getRequestURI(), String.valueOf(cause.getMessage()));
        CounterException refusal = new CounterException(KernelError.UNAVAILABLE);
        response.setStatus(Problem.status(refusal.error()));
        response.setHeader("Retry-After", "1");
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter()
                    .write(Problem.body(refusal, request.getLocale()).build().toString());
        } catch (IOException gone) {
            response.setStatus(Problem.status(refusal.error()));
        }
        return AuthStatus.SEND_FAILURE;
    }

    /** The page with what it was asked for; a form that was sent is not sent again. */
    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean asked = query != null && RecognisingCallers.HARMLESS.contains(request.getMethod());
        return request.getRequestURI() + (asked ? "?" + query : "");
    }

    private static boolean wantsConsole(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/console/")
                && !path.startsWith("/console/sign-in.xhtml")
                && !path.startsWith("/console/jakarta.faces.resource/");
    }
}
