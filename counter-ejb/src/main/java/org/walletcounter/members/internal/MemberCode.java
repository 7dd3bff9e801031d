package org.walletcounter.members.internal;

import java.security.SecureRandom;
import java.util.Locale;

/** The short number printed on a member's card: "M", random digits and a check digit, so that a slip of the pen shows. */
final class MemberCode {

    private static final SecureRandom RANDOM = new SecureRandom();

    private MemberCode() {}

    /** A new code with so many digits in all. */
    static String next(int digits) {
        StringBuilder number = new StringBuilder();
        number.append((char) ('1' + RANDOM.nextInt(9)));
        while (number.length() < digits - 1) {
            number.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return "M" + number + checkDigit(number);
    }

    /** As printed: "M 1024 7731". */
    static String printed(String code) {
        StringBuilder text = new StringBuilder("M");
        for (int i = 1; i < code.length(); i++) {
            if (i % 4 == 1) {
                text.append(' ');
            }
            text.append(code.charAt(i));
        }
        return text.toString();
    }

    /** As kept, from what somebody wrote or scanned. */
    static String kept(String written) {
        return written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether digits end with their Luhn check digit. */
    static boolean checks(String digits) {
        int last = digits.length() - 1;
        return checkDigit(digits.substring(0, last)) == digits.charAt(last);
    }

    private static char checkDigit(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
