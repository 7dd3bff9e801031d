package org.walletcounter.imports.internal.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts products under categories by the words of their descriptions, from the table {@code categories.txt}. Immutable. */
public final class Categories {

    private final List<Rule> rules = new ArrayList<>();

    public Categories() {
        for (String line : Table.lines("categories.txt")) {
            int equals = line.indexOf('=');
            List<String> words = line.substring(equals + 1)
                    .strip()
                    .lines()
                    .flatMap(text -> List.of(text.split("\\s+")).stream())
                    .map(word -> " " + word.replace('_', ' ') + " ")
                    .toList();
            rules.add(new Rule(line.substring(0, equals).strip(), words));
        }
    }

    /** The category of a product of this description. */
    public String of(String description) {
        String words = " " + description.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9'-]+", " ") + " ";
        for (Rule rule : rules) {
            if (rule.words.isEmpty() || rule.words.stream().anyMatch(words::contains)) {
                return rule.category;
            }
        }
        throw new IllegalStateException("The last category of categories.txt must take everything.");
    }

    private record Rule(String category, List<String> words) {}
}
