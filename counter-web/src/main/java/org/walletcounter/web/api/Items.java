package org.walletcounter.web.api;

import java.util.List;
import java.util.function.Function;
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

    /**
     * A page of a list that is read on from the last item seen; another may follow where it is full.
     *
     * @param most how many were asked for
     * @param cursor what of the last item the next page is asked for with
     */
    public static <T> Items<T> page(List<T> items, int most, Function<T, Object> cursor) {
        boolean full = !items.isEmpty() && items.size() >= most;
        return new Items<>(items, full ? String.valueOf(cursor.apply(items.get(items.size() - 1))) : null);
    }

    /** A list that is whole. */
    public static <T> Items<T> of(List<T> all) {
        return new Items<>(all, null);
    }
}
