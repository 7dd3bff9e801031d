package org.walletcounter.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** In which language pages speak to a browser: as its session does, as it has kept, or as it asks for. */
public final class PageLanguage {

    /** What the browser keeps the language under that was chosen in the console. */
    public static final String COOKIE = "counter-language";

    private static final String OF_SESSION = PageLanguage.class.getName();

    private PageLanguage() {}

    /** The language to answer a request in; any may be asked for. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(OF_SESSION) instanceof String spoken) {
            return spoken;
        }
        String kept = kept(request);
        return kept == null ? request.getLocale().getLanguage() : kept;
    }

    /** What was chosen in this browser; null when nothing was. */
    public static @Nullable String kept(HttpServletRequest request) {
        @Nullable Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** From now on this session is spoken to in a language. */
    public static void speak(HttpSession session, String language) {
        session.setAttribute(OF_SESSION, language);
    }
}
