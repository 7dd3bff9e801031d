package org.walletcounter.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseCategoryTest {

    @ParameterizedTest
    @CsvSource({"open, Open amounts, 自定金额", "Fares, Fares, 车费"})
    void whatTheBooksKeepIsNamedInTheReadersLanguage(String code, String english, String chinese) {
        assertThat(HouseCategory.named(code, "en")).isEqualTo(english);
        assertThat(HouseCategory.named(code, "zh")).isEqualTo(chinese);
    }

    @ParameterizedTest
    @EnumSource(HouseCategory.class)
    void eachHasANameInBothLanguages(HouseCategory category) {
        assertThat(HouseCategory.named(category.code(), "en")).isNotBlank();
        assertThat(HouseCategory.named(category.code(), "zh"))
                .isNotBlank()
                .isNotEqualTo(HouseCategory.named(category.code(), "en"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Opening", "OPEN", "fares", "open ", "茶", ""})
    void aMerchantsOwnKeepsTheNameThatTheMerchantGave(String category) {
        assertThat(HouseCategory.named(category, "en")).isEqualTo(category);
        assertThat(HouseCategory.named(category, "zh")).isEqualTo(category);
    }

    @Test
    void theServersLanguageIsNotTheReaders() {
        Locale server = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try {
            assertThat(HouseCategory.named("open", "en")).isEqualTo("Open amounts");
        } finally {
            Locale.setDefault(server);
        }
    }
}
