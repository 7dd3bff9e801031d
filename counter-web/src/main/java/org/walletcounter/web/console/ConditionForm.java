package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.loyalty.Segment;

/** One condition in the form of a segment. One without a field is not there. */
public class ConditionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Segment.@Nullable Field field;
    private Segment.Comparison comparison = Segment.Comparison.AT_LEAST;
    private String value = "";
    private int windowDays;

    /** The form of a condition; amounts of money as people write them. */
    static ConditionForm of(Segment.Condition condition, String currency) {
        ConditionForm form = new ConditionForm();
        form.field = condition.field();
        form.comparison = condition.comparison();
        form.value = isMoney(condition.field()) ? written(condition, currency) : joined(condition);
        form.windowDays = condition.windowDays();
        return form;
    }

    /** Whether the form gives it back as it was: a comma within a value would part it in two. */
    static boolean canHold(Segment.Condition condition) {
        return isMoney(condition.field()) || parted(joined(condition)).equals(condition.values());
    }

    boolean isThere() {
        return field != null;
    }

    Segment.Condition condition(String currency) {
        if (field == null) {
            throw new IllegalStateException("A condition without a field was asked for what it holds.");
        }
        List<String> values = isMoney(field) ? List.of(read(value, currency)) : parted(value);
        return new Segment.Condition(field, comparison, values, windowDays);
    }

    private static boolean isMoney(Segment.Field field) {
        return field == Segment.Field.SPEND || field == Segment.Field.AVERAGE;
    }

    private static String written(Segment.Condition condition, String currency) {
        long minor = Long.parseLong(condition.values().get(0));
        return Money.of(minor, currency).toDecimal().toPlainString();
    }

    /** A comma with a blank beside it parts two values, as in the other fields, and no thousands. */
    private static String read(String amount, String currency) {
        String typed = amount.strip();
        if (typed.contains(", ") || typed.contains(" ,")) {
            throw new CounterException(KernelError.FIELD_INVALID, amount);
        }
        try {
            Money money = Money.parse(Figures.withoutGroups(typed), currency);
            return Long.toString(money.minor());
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new CounterException(KernelError.FIELD_INVALID, amount);
        }
    }

    private static String joined(Segment.Condition condition) {
        return String.join(", ", condition.values());
    }

    private static List<String> parted(String values) {
        return Arrays.stream(values.split("[,，]", -1)).map(String::strip).toList();
    }

    public Segment.@Nullable Field getField() {
        return field;
    }

    public void setField(Segment.@Nullable Field field) {
        this.field = field;
    }

    public Segment.Comparison getComparison() {
        return comparison;
    }

    public void setComparison(Segment.Comparison comparison) {
        this.comparison = comparison;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = requireNonNullElse(value, "");
    }

    public int getWindowDays() {
        return windowDays;
    }

    public void setWindowDays(int windowDays) {
        this.windowDays = windowDays;
    }
}
