package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.walletcounter.loyalty.Segment;

/** One condition in the form of a segment. One without a field is not there. */
public class ConditionForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private Segment.@Nullable Field field;
    private Segment.Comparison comparison = Segment.Comparison.AT_LEAST;
    private String value = "";
    private int windowDays;

    static ConditionForm of(Segment.Condition condition) {
        ConditionForm form = new ConditionForm();
        form.field = condition.field();
        form.comparison = condition.comparison();
        form.value = String.join(", ", condition.values());
        form.windowDays = condition.windowDays();
        return form;
    }

    boolean isThere() {
        return field != null;
    }

    Segment.Condition condition() {
        if (field == null) {
            throw new IllegalStateException("A condition without a field was asked for what it holds.");
        }
        List<String> values =
                Arrays.stream(value.split("[,，]", -1)).map(String::strip).toList();
        return new Segment.Condition(field, comparison, values, windowDays);
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
