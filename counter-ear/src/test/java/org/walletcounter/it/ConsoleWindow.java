package org.walletcounter.it;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The console in a tab of a browser, in a language and a size, opened by somebody of the demo merchant's staff. */
public record ConsoleWindow(String language, Optional<ViewportSize> size) {

    /** In English, as large as the browser opens it. */
    public static final ConsoleWindow ENGLISH = new ConsoleWindow("en", Optional.empty());

    private static final String SIGN_IN = "console/sign-in.xhtml";
    private static final Pattern BEGINNING = Pattern.compile(".*/console/(board|index)\\.xhtml.*");

    /** The same in another language. */
    public ConsoleWindow in(String other) {
        return new ConsoleWindow(other, size);
    }

    /** The same in another size. */
    public ConsoleWindow sized(int width, int height) {
        return new ConsoleWindow(language, Optional.of(new ViewportSize(width, height)));
    }

    /** Signs in somebody of this role, where nobody is signed in, and opens a path ({@code "console/board.xhtml"}). */
    public Page signedIn(RunningCounter counter, Screen screen, String role, String path) {
        Page page = opened(counter, screen, SIGN_IN);
        begin(counter, page, role);
        page.navigate(counter.address() + path);
        return page;
    }

    /** As {@link #signedIn}, in a browser that has forgotten all who were signed in before. */
    public Page signedInAnew(RunningCounter counter, Screen screen, String role, String path) {
        screen.context().clearCookies();
        return signedIn(counter, screen, role, path);
    }

    /** As {@link #signedIn}, but whoever is signed in to the console already goes on, whatever their role. */
    public Page signedInOnce(RunningCounter counter, Screen screen, String role, String path) {
        Page page = opened(counter, screen, SIGN_IN);
        if (page.locator("[id='signIn:username']").count() > 0) {
            begin(counter, page, role);
        }
        page.navigate(counter.address() + path);
        return page;
    }

    /** Opens a path and signs nobody in: whoever is not signed in is asked to. */
    public Page opened(RunningCounter counter, Screen screen, String path) {
        screen.context().addCookies(List.of(new Cookie("counter-language", language).setUrl(counter.address())));
        Page page = screen.open(path);
        size.ifPresent(wanted -> page.setViewportSize(wanted.width, wanted.height));
        return page;
    }

    /** Signs somebody of this role in where the console begins, in a browser as it is: no language is chosen in it. */
    public static Page begun(RunningCounter counter, Screen screen, String role) {
        Page page = screen.open(SIGN_IN);
        begin(counter, page, role);
        return page;
    }

    private static void begin(RunningCounter counter, Page page, String role) {
        begin(page, counter.access().username(role), counter.access().password(role));
    }

    /** Fills in the sign-in that the page shows and waits for the page where the console begins. */
    static void begin(Page page, String username, String password) {
        enter(page, username, password);
        page.waitForURL(BEGINNING);
    }

    /** Fills in the sign-in that the page shows, and waits for nothing. */
    public static void enter(Page page, String username, String password) {
        page.locator("[id='signIn:username']").fill(username);
        page.locator("[id='signIn:password']").fill(password);
        page.locator("[id='signIn:enter']").click();
    }
}
