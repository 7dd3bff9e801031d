package org.walletcounter.web.console;

import java.util.regex.Pattern;

/**
 * Numbers as people type them, made ready to be read. A comma is taken away where it parts thousands, as in 1,234.50,
 * and nowhere else: 12,50 keeps its comma and is refused as no number, so that nobody gets 1250 who meant twelve and a
 * half.
 */
public final class Figures {

    /**
     * Digits of every script, because full-width ones are typed too. No thousands begin with a zero: whoever writes
     * 0,500 means a half.
     */
    private static final Pattern THOUSANDS =
            Pattern.compile("[+-]?(?![0０])\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?:[.]\\p{Nd}*)?");

    private Figures() {}

    /** The number without blanks and without the commas between its thousands. Any other comma stays. */
    public static String withoutGroups(String typed) {
        String together = typed.strip().replace(" ", "");
        return THOUSANDS.matcher(together).matches() ? together.replace(",", "") : together;
    }
}
