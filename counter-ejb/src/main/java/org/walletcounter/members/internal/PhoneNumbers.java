package org.walletcounter.members.internal;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings phone numbers into the one form they are kept and searched in: E.164, as in "+447700900123". A number without
 * country gets the merchant's; the zero before a national number goes, except in countries that dial it from abroad too.
 */
final class PhoneNumbers {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern DRESS = Pattern.compile("[\\s().\\-\\u00a0\\u2010-\\u2015/]");
    private static final Map<String, String> BY_CURRENCY = Map.ofEntries(
            Map.entry("GBP", "44"),
            Map.entry("CNY", "86"),
            Map.entry("HKD", "852"),
            Map.entry("MOP", "853"),
            Map.entry("TWD", "886"),
            Map.entry("SGD", "65"),
            Map.entry("MYR", "60"),
            Map.entry("JPY", "81"),
            Map.entry("KRW", "82"),
            Map.entry("THB", "66"),
            Map.entry("USD", "1"),
            Map.entry("CAD", "1"),
            Map.entry("AUD", "61"),
            Map.entry("NZD", "64"),
            Map.entry("CHF", "41"));

    /** What a whole number looks like where we know it; other countries only need to fit E.164. */
    private static final Map<String, Pattern> KNOWN_FORMS = Map.of(
            "+44", Pattern.compile("\\+44[1-9][0-9]{8,9}"),
            "+86", Pattern.compile("\\+86(1[3-9][0-9]{9}|[2-9][0-9]{8,10})"),
            "+1", Pattern.compile("\\+1[2-9][0-9]{2}[2-9][0-9]{6}"));

    private PhoneNumbers() {}

    /** The calling code of the country that a currency suggests; empty if it suggests none. */
    static Optional<String> callingCodeOf(String currency) {
        return Optional.ofNullable(BY_CURRENCY.get(currency));
    }

    /** The number in E.164, or empty if it cannot be one. */
    static Optional<String> normalise(String written, Optional<String> callingCode) {
        String bare = DRESS.matcher(written.replace("(0)", "")).replaceAll("").replace('＋', '+');
        String number = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        if (!number.startsWith("+")) {
            if (callingCode.isEmpty()) {
                return Optional.empty();
            }
            number = "+" + callingCode.get() + withoutTrunk(number, callingCode.get());
        }
        return isWhole(number) ? Optional.of(number) : Optional.empty();
    }

    private static String withoutTrunk(String national, String callingCode) {
        boolean kept = callingCode.equals("39") || callingCode.equals("1");
        return !kept && national.startsWith("0") ? national.substring(1) : national;
    }

    private static boolean isWhole(String number) {
        if (!E164.matcher(number).matches()) {
            return false;
        }
        return KNOWN_FORMS.entrySet().stream()
                .filter(form -> number.startsWith(form.getKey()))
                .allMatch(form -> form.getValue().matcher(number).matches());
    }
}
