package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Several words in one field, with commas between them. A word that has a comma itself stands in double quotes, and a
 * double quote in it is written twice, as in a CSV file; a quote that does not end is a part of its word.
 */
public final class WordList {

    private static final String COMMA = "[,，、\\n]";

    /** A word in quotes, or all up to the next comma. */
    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:\"((?:[^\"]++|\"\")*+)\"\\s*(?=" + COMMA + "|\\z)|([^,，、\\n]*))(?:" + COMMA + "|\\z)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private WordList() {}

    /** The words of a field, each once and without the blanks around it. */
    public static List<String> read(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(WordList::word)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String word(MatchResult found) {
        String quoted = found.group(1);
        return quoted == null ? requireNonNullElse(found.group(2), "").strip() : quoted.replace("\"\"", "\"");
    }

    /** A field that is read as these words. */
    public static String write(Collection<String> words) {
        return words.stream().map(WordList::written).collect(Collectors.joining(", "));
    }

    private static String written(String word) {
        boolean plain = !word.contains("\"") && read(word).equals(List.of(word));
        return plain ? word : "\"" + word.replace("\"", "\"\"") + "\"";
    }
}
