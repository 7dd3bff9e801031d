package org.walletcounter.loyalty.internal;

import java.util.regex.Pattern;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.loyalty.LoyaltyError;

/** The limits that all rules share. Each objection names the field. */
public final class RuleLimits {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private RuleLimits() {}

    /** A code: letters, digits and hyphens. */
    public static void code(String field, String code) {
        if (!CODE.matcher(code).matches()) {
            throw CounterException.at(field, LoyaltyError.RULE_INVALID, field, "A-Z 0-9 -", 32);
        }
    }

    /** A text of so many characters. */
    public static void text(String field, String text, int shortest, int longest) {
        if (text.strip().length() < shortest || text.length() > longest) {
            throw CounterException.at(field, LoyaltyError.RULE_INVALID, field, shortest, longest);
        }
    }

    /** A number within its range. */
    public static void between(String field, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw CounterException.at(field, LoyaltyError.RULE_INVALID, field, lowest, highest);
        }
    }
}
