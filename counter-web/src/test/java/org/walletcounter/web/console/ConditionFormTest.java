package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.loyalty.Segment;
import org.walletcounter.loyalty.Segment.Field;

/** What people type into the form of a segment, and what the form gives back. */
class ConditionFormTest {

    private static final String CURRENCY = "GBP";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"500|50000", "500.00|50000", "1,234.50|123450", "' 1,234 '|123400", "0.01|1", "0|0"})
    void spendingAndTheAveragePaymentAreAmountsOfMoney(String typed, String minor) {
        assertThat(typed(Field.SPEND, typed).values()).containsExactly(minor);
        assertThat(typed(Field.AVERAGE, typed).values()).containsExactly(minor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a lot", "12,50", "1.005", "100, 20", "100, 200", "100 ,200", "100，200"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThatExceptionOfType(CounterException.class)
                .isThrownBy(() -> typed(Field.SPEND, typed))
                .satisfies(refusal -> assertThat(refusal.error()).isEqualTo(KernelError.FIELD_INVALID));
    }

    @ParameterizedTest
    @EnumSource(names = {"SPEND", "AVERAGE"})
    void anAmountIsShownAsItIsTypedAndComesBackAsItWas(Field field) {
        Segment.Condition kept = condition(field, "123450");

        ConditionForm form = ConditionForm.of(kept, CURRENCY);

        assertThat(form.getValue()).isEqualTo("1234.50");
        assertThat(form.condition(CURRENCY)).isEqualTo(kept);
    }

    @Test
    void otherValuesArePartedByCommasOfBothScripts() {
        assertThat(typed(Field.VISITS, " 10 ").values()).containsExactly("10");
        assertThat(typed(Field.BIRTHDAY_MONTH, "1, 2，12").values()).containsExactly("1", "2", "12");
        ConditionForm shown = ConditionForm.of(condition(Field.TIER, "SILVER", "GOLD"), CURRENCY);
        assertThat(shown.getValue()).isEqualTo("SILVER, GOLD");
    }

    @Test
    void aValueWithACommaWouldNotComeBackAsItWas() {
        assertThat(ConditionForm.canHold(condition(Field.CATEGORY, "Tea", "Cups")))
                .isTrue();
        assertThat(ConditionForm.canHold(condition(Field.CATEGORY, "Tea, loose")))
                .isFalse();
        assertThat(ConditionForm.canHold(condition(Field.CATEGORY, "茶，散装"))).isFalse();
    }

    private static Segment.Condition typed(Field field, String value) {
        ConditionForm form = new ConditionForm();
        form.setField(field);
        form.setValue(value);
        return form.condition(CURRENCY);
    }

    private static Segment.Condition condition(Field field, String... values) {
        return new Segment.Condition(field, Segment.Comparison.AT_LEAST, List.of(values), 90);
    }
}
