package org.walletcounter.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;

/** Refusals in the caller's language: what is wrong and what to do next. */
public final class RefusalTexts {

    private static final String BUNDLE = "org.walletcounter.refusals";
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private RefusalTexts() {}

    /** The text of a refusal on its way. What failed on our side is logged, and the text has its reference. */
    public static String of(CounterException refusal, Locale locale) {
        CounterException told = Failures.told(refusal);
        return of(told.error(), told.arguments(), locale);
    }

    /** The text of a code with its arguments. */
    public static String of(ErrorCode error, List<Object> arguments, Locale locale) {
        return of(error.code(), arguments, locale);
    }

    /** The text of a stable code, as in "ledger.INSUFFICIENT_FUNDS". */
    public static String of(String code, List<Object> arguments, Locale locale) {
        try {
            ResourceBundle texts =
                    ResourceBundle.getBundle(BUNDLE, locale, ErrorCode.class.getClassLoader(), ENGLISH_OTHERWISE);
            return new MessageFormat(texts.getString(code), locale).format(arguments.toArray());
        } catch (MissingResourceException unknown) {
            return code;
        }
    }
}
