package org.walletcounter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.ErrorCode;
import org.walletcounter.kernel.KernelError;

class RefusalTextsTest {

    /** Of the English ones; that the Chinese file has the same is looked at with all other texts ({@code TextsTest}). */
    @Test
    void everyRefusalHasItsTextAndEveryTextItsRefusal() {
        Set<String> written = new TreeSet<>(Collections.list(bundle("en").getKeys()));
        assertThat(written).containsExactlyInAnyOrderElementsOf(codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyTextIsAPatternThatCanBeFilledIn(String language) {
        ResourceBundle texts = bundle(language);
        for (String code : Collections.list(texts.getKeys())) {
            assertThatCode(() -> new MessageFormat(texts.getString(code)).format(new Object[] {"a", "b", "c"}))
                    .as(code)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(RefusalTexts.of("nobody.KNOWS_THIS", List.of(), Locale.ENGLISH))
                .isEqualTo("nobody.KNOWS_THIS");
    }

    @ParameterizedTest
    @CsvSource({"en, same key, Nothing was done", "zh, 同一幂等键, 未执行任何操作"})
    void whoCannotBeToldWhetherItWasDoneIsToldHowToFindOut(String language, String how, String untrue) {
        String text = RefusalTexts.of(KernelError.UNCERTAIN, List.of("4711"), Locale.forLanguageTag(language));
        assertThat(text).contains(how, "4711").doesNotContain(untrue);
    }

    /** Who pays is known by a payment code alone: cards and members' numbers are refused where these are told. */
    @ParameterizedTest
    @CsvSource({
        "en, transactions.POINTS_NEED_PAYER, payment code, card",
        "en, vouchers.MEMBER_NEEDED, payment code, card",
        "zh, transactions.POINTS_NEED_PAYER, 付款码, 卡",
        "zh, vouchers.MEMBER_NEEDED, 付款码, 卡"
    })
    void whoMustBeKnownIsAskedForThePaymentCode(String language, String code, String asked, String refused) {
        assertThat(RefusalTexts.of(code, List.of(), Locale.forLanguageTag(language)))
                .contains(asked)
                .doesNotContain(refused);
    }

    /** The console tells refusals by their text alone. */
    @Test
    void whatFailedOnOurSideIsToldByAReferenceAndNotByTheDatabasesCode() {
        CounterException refusal = new CounterException(KernelError.INTERNAL, "42P01");
        refusal.initCause(new IllegalStateException("refused"));
        assertThat(RefusalTexts.of(refusal, Locale.ENGLISH))
                .doesNotContain("42P01")
                .containsPattern("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static ResourceBundle bundle(String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "org.walletcounter.refusals",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(texts.getLocale().getLanguage()).isEqualTo(language.equals("en") ? "" : language);
        return texts;
    }

    private static Set<String> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.walletcounter").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> List.of(type.getEnumConstants()).stream())
                        .map(constant -> ((ErrorCode) constant).code())
                        .collect(Collectors.toSet());
    }
}
