package org.walletcounter.web.api.transactions;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is written page by page as it is read, so that a million lines need no more memory than a thousand. Written
 * once, by one thread.
 */
final class PagedSheet<T> implements StreamingOutput {

    private final String head;
    private final Pages<T> pages;
    private final BiConsumer<StringBuilder, T> line;
    private List<T> page;

    /** Asks for the first page at once: a refusal comes instead of the sheet and not in the middle of it. */
    PagedSheet(String head, Pages<T> pages, BiConsumer<StringBuilder, T> line) {
        this.head = head;
        this.pages = pages;
        this.line = line;
        this.page = pages.after(null);
    }

    @Override
    public void write(OutputStream target) throws IOException {
        target.write(head.getBytes(StandardCharsets.UTF_8));
        while (!page.isEmpty()) {
            target.write(text().getBytes(StandardCharsets.UTF_8));
            T last = page.get(page.size() - 1);
            page = List.of(); // so that it can leave memory before the next one comes
            page = pages.after(last);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        page.forEach(each -> line.accept(text, each));
        return text.toString();
    }

    /** Gives what is on a sheet in its order. */
    @FunctionalInterface
    interface Pages<T> {

        /** The page after the last one seen, the first page after null; an empty one at the end. */
        List<T> after(@Nullable T last);
    }
}
