package org.walletcounter.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.walletcounter.kernel.Actor;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Directory;
import org.walletcounter.merchants.KeyView;

/**
 * Recognises who calls: a till or integration by its API key (Authorization: Bearer), staff by their session, a customer
 * by the cookie of the customer pages. A cookie alone never changes anything through the API: such a request must also
 * carry the header {@value #GUARD}, which no foreign page can send.
 */
@ApplicationScoped
public class RecognisingCallers {

    /** The cookie of a signed-in customer. */
    public static final String MEMBER_COOKIE = "counter_me";

    /** The header by which our own pages show that a request is theirs. */
    static final String GUARD = "X-Counter";

    /** What changes nothing. */
    public static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private static final String BEARER = "Bearer ";

    @Inject
    Directory directory;

    @Inject
    Members members;

    @Inject
    StaffSignIn staffSignIn;

    /** Who sends this request, if that is somebody. */
    Optional<Actor> recognise(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return byKey(authorization.substring(BEARER.length()).strip());
        }
        return mayBeForged(request) ? Optional.empty() : byCookie(request);
    }

    /**
     * Whether a till, integration or member of staff that sends this request would still be recognised as the same, for what
     * goes on after it. An ended key or session, a new password, another role or store all mean no. May be asked on any
     * thread, when the request has long gone.
     */
    public BooleanSupplier staying(HttpServletRequest request, Actor actor) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            String secret = authorization.substring(BEARER.length()).strip();
            return () -> byKey(secret).filter(actor::equals).isPresent();
        }
        return staffSignIn.staying(request, actor);
    }

    private Optional<Actor> byKey(String secret) {
        return directory.keyOf(secret).map(RecognisingCallers::actor);
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
