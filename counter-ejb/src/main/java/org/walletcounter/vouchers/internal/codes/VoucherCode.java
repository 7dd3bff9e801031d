package org.walletcounter.vouchers.internal.codes;

import java.util.Locale;
import java.util.Optional;

/**
 * A voucher's code as people read it: eleven random characters and a check character, as in 7K3F-9QXW-2MTP. The alphabet leaves
 * out I, L, O and U; I and L are read as 1, O as 0. The check character is a polynomial over the field of 32 elements: it
 * finds every single misread character and every two that were swapped.
 */
public record VoucherCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM = 11;
    private static final int LENGTH = RANDOM + 1;
    private static final int GROUP = 4;
    private static final int BITS = 5;
    private static final int FIELD = 32;
    private static final int POLYNOMIAL = 0b100101;

    /** The code of 55 random bits. */
    public static VoucherCode of(long random) {
        StringBuilder text = new StringBuilder(LENGTH);
        int check = 0;
        for (int place = 0; place < RANDOM; place++) {
            int value = (int) (random >>> (BITS * place)) & (FIELD - 1);
            text.append(ALPHABET.charAt(value));
            check = timesGenerator(check) ^ value;
        }
        return new VoucherCode(
                text.append(ALPHABET.charAt(timesGenerator(check))).toString());
    }

    /** The code somebody typed or scanned, whatever its case, blanks and hyphens; empty if it has not the form of one. */
    public static Optional<VoucherCode> read(String typed) {
        String text = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean formed = text.length() == LENGTH && text.chars().allMatch(each -> ALPHABET.indexOf(each) >= 0);
        return formed ? Optional.of(new VoucherCode(text)) : Optional.empty();
    }

    /** Whether the check character fits. */
    public boolean sound() {
        int check = 0;
        for (int place = 0; place < RANDOM; place++) {
            check = timesGenerator(check) ^ ALPHABET.indexOf(text.charAt(place));
        }
        return timesGenerator(check) == ALPHABET.indexOf(text.charAt(RANDOM));
    }

    /** In groups of four, for people. */
    public String printed() {
        return text.substring(0, GROUP) + "-" + text.substring(GROUP, 2 * GROUP) + "-" + text.substring(2 * GROUP);
    }

    private static int timesGenerator(int value) {
        int doubled = value << 1;
        return (doubled & FIELD) == 0 ? doubled : doubled ^ POLYNOMIAL;
    }
}
