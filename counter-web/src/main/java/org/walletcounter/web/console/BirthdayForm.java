package org.walletcounter.web.console;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.walletcounter.members.Birthday;

/** A birthday in a form: day, month and, if it is told, the year. All empty is none. */
public class BirthdayForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String day = "";
    private String month = "";
    private String year = "";

    static BirthdayForm of(@Nullable String written) {
        BirthdayForm form = new BirthdayForm();
        Optional.ofNullable(written)
                .flatMap(told -> Birthday.parse(told, LocalDate.MAX))
                .ifPresent(told -> {
                    form.day = Integer.toString(told.day().getDayOfMonth());
                    form.month = Integer.toString(told.day().getMonthValue());
                    form.year = told.year() == null ? "" : told.year().toString();
                });
        return form;
    }

    /** As the members' door reads it, however impossible; null for none. */
    @Nullable
    String written() {
        boolean none = day.isBlank() && month.isBlank() && year.isBlank();
        return none ? null : (year.isBlank() ? "-" : year.strip()) + "-" + two(month) + "-" + two(day);
    }

    private static String two(String figures) {
        String stripped = figures.strip();
        return stripped.length() == 1 ? "0" + stripped : stripped;
    }

    public String getDay() {
        return day;
    }

    public void setDay(@Nullable String day) {
        this.day = requireNonNullElse(day, "");
    }

    public String getMonth() {
        return month;
    }

    public void setMonth(@Nullable String month) {
        this.month = requireNonNullElse(month, "");
    }

    public String getYear() {
        return year;
    }

    public void setYear(@Nullable String year) {
        this.year = requireNonNullElse(year, "");
    }
}
