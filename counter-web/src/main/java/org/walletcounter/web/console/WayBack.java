package org.walletcounter.web.console;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address that a sign-in leads back to. Whoever sends somebody a link writes it, so only a page of this console
 * counts: the address begins with its folder, and what it is asked for has the characters of a query and no others.
 */
final class WayBack {

    private static final int LONGEST = 2_000;
    private static final Pattern PAGE =
            Pattern.compile("(/console/[a-z-]+\\.xhtml)(\\?[A-Za-z0-9._~%&=+:,;@/*!'()-]*)?");

    private WayBack() {}

    /** The page with what it was asked for; without that where it is no query; empty where it is no page of ours. */
    static Optional<String> inside(@Nullable String wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        int query = wanted.indexOf('?');
        String page = query < 0 ? wanted : wanted.substring(0, query);
        Matcher whole = PAGE.matcher(wanted);
        if (wanted.length() <= LONGEST && whole.matches()) {
            return Optional.of(wanted);
        }
        return PAGE.matcher(page).matches() ? Optional.of(page) : Optional.empty();
    }
}
