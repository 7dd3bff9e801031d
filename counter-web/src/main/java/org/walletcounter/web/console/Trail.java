package org.walletcounter.web.console;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        if (walked == null || walked.isBlank()) {
            return START;
        }
        try {
            return new Trail(
                    Stream.of(walked.split(BETWEEN))
                            .map(cursor -> URLDecoder.decode(cursor, StandardCharsets.UTF_8))
                            .toList(),
                    null);
        } catch (IllegalArgumentException noTrail) {
            return START;
        }
    }

    /** The same, with what follows. */
    public Trail leadingTo(@Nullable String next) {
        return new Trail(cursors, next);
    }

    /** The cursor of the present page, or null on the first one. */
    public @Nullable String cursor() {
        return cursors.isEmpty() ? null : cursors.get(cursors.size() - 1);
    }

    /** The trail as the value of an address's parameter, each cursor encoded: what one may hold would part it. */
    public String text() {
        return text(cursors);
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
        return text(further);
    }

    /** The trail to the page before. */
    public String previous() {
        return cursors.isEmpty() ? "" : text(cursors.subList(0, cursors.size() - 1));
    }

    /** The parameter of the address of the page that follows. */
    public String parameterOfNext() {
        return parameter(next());
    }

    /** The parameter of the address of the page before. */
    public String parameterOfPrevious() {
        return parameter(previous());
    }

    /** Whether a page follows. */
    public boolean hasNext() {
        return after != null;
    }

    /** Whether there is a page before. */
    public boolean hasPrevious() {
        return !cursors.isEmpty();
    }

    private static String text(List<String> cursors) {
        return cursors.stream().map(Trail::encoded).collect(Collectors.joining(BETWEEN));
    }

    private static String parameter(String trail) {
        return "trail=" + encoded(trail);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
