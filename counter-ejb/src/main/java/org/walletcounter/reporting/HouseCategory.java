package org.walletcounter.reporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Categories that no merchant has named: what the counter itself sums sales under. The books keep their codes, whatever
 * language is spoken; here, and nowhere else, they get the names that people read. A merchant who calls a category by
 * such a code shares its row in the roll-ups, and so its name.
 */
public enum HouseCategory {
    /** Amounts that were typed in without a product. */
    OPEN("open"),
    /** What gates took. */
    FARES("Fares");

    private static final String BUNDLE = "org.walletcounter.reporting.categories";

    private final String code;

    HouseCategory(String code) {
        this.code = code;
    }

    /** What the books call it. */
    public String code() {
        return code;
    }

    /** What people call a category of the books, in "en" or "zh"; a merchant's own as its merchant wrote it. */
    public static String named(String category, String language) {
        return Arrays.stream(values())
                .filter(own -> own.code.equals(category))
                .findFirst()
                .map(own -> own.in(language))
                .orElse(category);
    }

    private String in(String language) {
        ResourceBundle names = ResourceBundle.getBundle(
                BUNDLE,
                language.startsWith("zh") ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return names.getString(name());
    }
}
