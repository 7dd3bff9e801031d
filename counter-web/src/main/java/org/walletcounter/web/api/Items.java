package org.walletcounter.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Page;

/**
 * A list as the API answers it.
 *
 * @param after the cursor of the next page, or null on the last one
 */
public record Items<T>(List<T> items, @Nullable String after) {

    /** A page. */
    public static <T> Items<T> of(Page<T> page) {
        return new Items<>(page.items(), page.after());
    }

    /** A list that is whole. */
    public static <T> Items<T> of(List<T> all) {
        return new Items<>(all, null);
    }
}
