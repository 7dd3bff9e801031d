package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.KeyView;
import org.walletcounter.web.WebLog;
import org.walletcounter.web.api.Problem;

/**
 * Recognises who calls: a till or integration by its API key (Authorization: Bearer), staff by their session, a customer
 * by the cookie of the customer pages. A cookie alone never changes anything through the API: such a request must also
 * carry the header {@value #GUARD}, which no foreign page can send.
 */
@ApplicationScoped
public class CounterAuthentication implements HttpAuthenticationMechanism {

    /** The cookie of a signed-in customer. */
    public static final String MEMBER_COOKIE = "counter_me";

    /** The header by which our own pages show that a request is theirs. */
    static final String GUARD = "X-Counter";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    @Inject
    Directory directory;

    @Inject
    Members members;

    @Inject
    StaffSignIn staffSignIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Actor> actor;
        try {
            actor = recognise(request);
        } catch (RuntimeException unreachable) {
            return notNow(request, response, unreachable);
        }
        if (actor.isPresent()) {
            request.setAttribute(Caller.ATTRIBUTE, actor.get());
            return context.notifyContainerAboutLogin(
                    actor.get().id(), Set.of(actor.get().role()));
        }
        if (wantsConsole(request)) {
            return context.redirect(
                    "/console/sign-in.xhtml?back=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8));
        }
        return context.doNothing();
    }

    /** Nobody can be recognised while the database is away: say so, briefly to the caller and briefly in the log. */
    private static AuthenticationStatus notNow(
            HttpServletRequest request, HttpServletResponse response, RuntimeException cause) {
        WebLog.LOG.callerNotRecognised(request.getRequestURI(), String.valueOf(cause.getMessage()));
        CounterException refusal = new CounterException(KernelError.UNAVAILABLE);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "1");
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter()
                    .write(Problem.body(refusal, request.getLocale()).build().toString());
        } catch (IOException gone) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private Optional<Actor> recognise(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return directory
                    .keyOf(authorization.substring(BEARER.length()).strip())
                    .map(CounterAuthentication::actor);
        }
        return mayBeForged(request) ? Optional.empty() : byCookie(request);
    }

    private static boolean mayBeForged(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                && !HARMLESS.contains(request.getMethod())
                && request.getHeader(GUARD) == null;
    }

    private Optional<Actor> byCookie(HttpServletRequest request) {
        String path = request.getRequestURI();
        if ((path.startsWith("/api/v1/me/") || path.equals("/api/v1/me"))) {
            return memberCookie(request).flatMap(token -> Optional.ofNullable(members.memberOf(token)));
        }
        boolean staffPages = path.startsWith("/api/") || path.startsWith("/console/");
        return staffPages ? staffSignIn.staff(request).map(StaffSignIn::actor) : Optional.empty();
    }

    /** The page with what it was asked for; a form that was sent is not sent again. */
    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean asked = query != null && HARMLESS.contains(request.getMethod());
        return request.getRequestURI() + (asked ? "?" + query : "");
    }

    private static boolean wantsConsole(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/console/")
                && !path.startsWith("/console/sign-in.xhtml")
                && !path.startsWith("/console/jakarta.faces.resource/");
    }

    private static Actor actor(KeyView key) {
        return new Actor("key:" + key.id(), key.label(), key.role(), key.merchantId(), key.storeId());
    }

    private static Optional<String> memberCookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(MEMBER_COOKIE)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
