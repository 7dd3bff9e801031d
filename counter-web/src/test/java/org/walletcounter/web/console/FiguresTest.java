package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.Money;

/** Which commas and blanks are taken out of a number that somebody typed. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50|1234.50",
                "12,345|12345",
                "1,234,567.8|1234567.8",
                "1,234.|1234.",
                "-1,234|-1234",
                "+1,234|+1234",
                "1 234.50|1234.50",
                "' 1, 234 '|1234",
                "１,２３４.５０|１２３４.５０",
                "12.50|12.50",
                "１２|１２",
                "0.5|0.5",
            })
    void commasBetweenThousandsAndBlanksGo(String typed, String plain) {
        assertThat(Figures.withoutGroups(typed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,50",
                "１２,５０",
                "1,2",
                "0,500",
                "０,５００",
                "1234,567",
                "1,23,456",
                "1,,234",
                ",234",
                "1,234,",
                "1.234,50",
                "1.234,567",
                "1,234.5,6",
                "12，50",
                ",",
            })
    void anyOtherCommaStaysAndIsNoNumber(String typed) {
        String left = Figures.withoutGroups(typed);

        assertThat(left).isEqualTo(typed);
        assertThatThrownBy(() -> Money.parse(left, "GBP")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void fullWidthDigitsAreReadAsTheSameAmount() {
        assertThat(Money.parse(Figures.withoutGroups("１,２３４.５０"), "GBP")).isEqualTo(Money.of(123_450, "GBP"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void whatIsPrintedWithGroupsIsReadAsTheSameAmount(String language) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
        format.setMinimumFractionDigits(2);
        for (long power = 1; power <= Money.MOST_AT_ONCE; power *= 10) {
            for (long minor : new long[] {power - 1, power, power + 1, power * 9 / 7, -power}) {
                Money amount = Money.of(minor, "GBP");
                String printed = format.format(amount.toDecimal());

                assertThat(Money.parse(Figures.withoutGroups(printed), "GBP"))
                        .as(printed)
                        .isEqualTo(amount);
            }
        }
    }
}
