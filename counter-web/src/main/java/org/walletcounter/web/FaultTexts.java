package org.walletcounter.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/** What is told of a page that is not there, cannot be read or failed, in the reader's language. */
public final class FaultTexts {

    private static final String BUNDLE = "org.walletcounter.web.faults";

    private final ResourceBundle texts;

    private FaultTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The texts of a language; English for any but Chinese. */
    public static FaultTexts in(String language) {
        return new FaultTexts(ResourceBundle.getBundle(BUNDLE, "zh".equals(language) ? Locale.CHINA : Locale.UK));
    }

    /** A text by its key. */
    public String text(String key) {
        return texts.getString(key);
    }

    /** What to do when something failed that nobody foresaw, with the reference under which it was logged. */
    public String failed(UUID reference) {
        return text("failed.text") + ' ' + new MessageFormat(text("failed.reference")).format(new Object[] {reference});
    }
}
