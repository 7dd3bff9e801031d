package org.walletcounter.vouchers.internal.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VoucherCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void everyMisreadCharacterIsFound(
            @ForAll long random, @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(max = 31) int instead) {
        String text = VoucherCode.of(random).text();
        char wrong = ALPHABET.charAt(instead);
        VoucherCode misread = new VoucherCode(text.substring(0, place) + wrong + text.substring(place + 1));

        assertThat(misread.sound()).isEqualTo(wrong == text.charAt(place));
    }

    @Property
    void everyTwoCharactersThatWereSwappedAreFound(
            @ForAll long random, @ForAll @IntRange(max = 11) int one, @ForAll @IntRange(max = 11) int other) {
        char[] text = VoucherCode.of(random).text().toCharArray();
        char kept = text[one];
        text[one] = text[other];
        text[other] = kept;

        assertThat(new VoucherCode(new String(text)).sound()).isEqualTo(text[one] == text[other]);
    }

    @Property
    void aCodeIsReadHoweverItIsTyped(@ForAll long random) {
        VoucherCode code = VoucherCode.of(random);
        String typed =
                " " + code.printed().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');

        assertThat(VoucherCode.read(typed)).contains(code);
    }

    @Test
    void whatHasNotTheFormOfACodeIsNone() {
        assertThat(VoucherCode.read("7K3F-9QXW")).isEmpty();
        assertThat(VoucherCode.read("7K3F-9QXW-2MTU")).isEmpty();
    }
}
