package org.walletcounter.it;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** A browser window of one test's own: nobody is signed in, nothing is remembered; closed after the test. */
public final class Screen implements AutoCloseable {

    private final BrowserContext context;
    private final RunningCounter counter;

    Screen(BrowserContext context, RunningCounter counter) {
        this.context = context;
        this.counter = counter;
    }

    /** Opens a path of the counter ({@code "till/"}) in a new tab. */
    public Page open(String path) {
        Page page = context.newPage();
        page.navigate(counter.address() + path);
        return page;
    }

    /** The window, for cookies, languages and further tabs. */
    public BrowserContext context() {
        return context;
    }

    /** Keeps a picture of the page under {@code target/screens} for people to look at. */
    public void photograph(Page page, String name) {
        Path file = counter.data().resolveSibling("screens").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
