package org.walletcounter.web.console;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way walked through a list that is paged by cursor: the cursors of the pages so far, in an address. The door knows
 * only "next"; the trail knows the way back.
 *
 * @param cursors the cursors of the pages walked, the present one last; empty on the first page
 * @param after the cursor of the page that follows, or null on the last one
 */
public record Trail(List<String> cursors, @Nullable String after) {

    /** The first page. */
    public static final Trail START = new Trail(List.of(), null);

    private static final String BETWEEN = "~";

    /** The trail that stands in an address. */
    public static Trail of(@Nullable String walked) {
        return walked == null || walked.isBlank() ? START : new Trail(List.of(walked.split(BETWEEN)), null);
    }

    /** The same with the cursor of the page that follows. */
    public Trail leadingTo(@Nullable String next) {
        return new Trail(cursors, next);
    }

    /** The cursor of the present page, or null on the first one. */
    @Nullable
    public String cursor() {
        return cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
    }

    /** The trail as it stands in an address. */
    public String text() {
        return String.join(BETWEEN, cursors);
    }

    /** Which page of the list this is, from 1. */
    public int number() {
        return cursors.size() + 1;
    }

    /** The trail to the page that follows. */
    public String next() {
        List<String> further = new ArrayList<>(cursors);
        if (after != null) {
            further.add(after);
        }
        return String.join(BETWEEN, further);
    }

    /** The trail to the page before. */
    public String previous() {
        return cursors.isEmpty() ? "" : String.join(BETWEEN, cursors.subList(0, cursors.size() - 1));
    }

    /** Whether a page follows. */
    public boolean hasNext() {
        return after != null;
    }

    /** Whether there is a page before. */
    public boolean hasPrevious() {
        return !cursors.isEmpty();
    }
}
