package org.walletcounter.members.internal;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a name into the parts by which it is found: the beginnings of words in alphabets, from two letters on; the first
 * character and the pairs of neighbours in Chinese. Case, width and accents do not matter.
 */
final class NameParts {

    private static final int LONGEST = 12;
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private NameParts() {}

    /** All parts by which a name can be found. */
    static Set<String> of(String name) {
        Set<String> parts = new LinkedHashSet<>();
        Matcher runs = runs(name);
        while (runs.find()) {
            String run = runs.group();
            if (isHan(run)) {
                parts.add(head(run, 1));
                addPairs(run, parts);
            } else {
                for (int length = Math.min(2, run.length()); length <= Math.min(run.length(), LONGEST); length++) {
                    parts.add(run.substring(0, length));
                }
            }
        }
        return parts;
    }

    /** The parts that a name must have to match what somebody looks for; empty if that is too short. */
    static Set<String> asked(String text) {
        Set<String> parts = new LinkedHashSet<>();
        Matcher runs = runs(text);
        while (runs.find()) {
            String run = runs.group();
            if (!isHan(run)) {
                parts.add(run.substring(0, Math.min(run.length(), LONGEST)));
            } else if (run.codePointCount(0, run.length()) == 1) {
                parts.add(run);
            } else {
                addPairs(run, parts);
            }
        }
        return parts;
    }

    private static void addPairs(String run, Set<String> parts) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            parts.add(new String(characters, i, 2));
        }
    }

    private static String head(String run, int characters) {
        return run.substring(0, run.offsetByCodePoints(0, characters));
    }

    private static boolean isHan(String run) {
        return Character.UnicodeScript.of(run.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    private static Matcher runs(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        return RUN.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
}
