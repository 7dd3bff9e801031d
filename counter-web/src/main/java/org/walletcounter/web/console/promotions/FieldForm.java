package org.walletcounter.web.console.promotions;

import static java.util.Objects.requireNonNullElse;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;
import org.walletcounter.web.console.Figures;
import org.walletcounter.web.console.WordList;

/** One field while it is filled in: what was typed or ticked, and what is wrong with it. */
public class FieldForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PERCENT_DIGITS = 2;

    private final Asked asked;
    private String text;
    private List<String> ticked = new ArrayList<>();
    private String fault = "";

    FieldForm(Asked asked) {
        this.asked = asked;
        this.text = asked.usual();
    }

    /** Takes over what a definition says. */
    void take(@Nullable JsonValue value, Ground ground) {
        if (value == null || value == JsonValue.NULL) {
            text = "";
            return;
        }
        if (value instanceof JsonArray list) {
            List<String> items = list.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .sorted()
                    .toList();
            ticked = new ArrayList<>(items);
            text = asked.entry().isTicked() ? "" : WordList.write(items);
        } else if (value instanceof JsonNumber number) {
            text = shown(number.longValueExact(), ground);
        } else if (value instanceof JsonString plain) {
            text = asked.entry() == Entry.MOMENT ? local(plain.getString(), ground) : plain.getString();
        }
    }

    private String shown(long number, Ground ground) {
        return switch (asked.entry()) {
            case MONEY -> Money.of(number, ground.currency()).toDecimal().toPlainString();
            case PERCENT, SHARE -> percent(number);
            default -> Long.toString(number);
        };
    }

    /** Basis points as they are typed. */
    static String percent(Object basisPoints) {
        long number = ((Number) basisPoints).longValue();
        return BigDecimal.valueOf(number, PERCENT_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String local(String moment, Ground ground) {
        LocalDateTime local = LocalDateTime.ofInstant(Instant.parse(moment), ground.zone());
        return local.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** What the definition is to say; null when nothing was entered or it cannot be read, which is noted as a fault. */
    @Nullable
    Object read(Written written) {
        if (isBlank()) {
            if (asked.required()) {
                written.fault(this, "jakarta.faces.component.UIInput.REQUIRED");
            }
            return null;
        }
        try {
            return asked.entry().isList() ? items() : value(written.ground());
        } catch (ArithmeticException | NumberFormatException | DateTimeException unreadable) {
            written.fault(this, "promo.unreadable." + asked.entry().name().toLowerCase(Locale.ROOT));
            return null;
        }
    }

    private Object value(Ground ground) {
        String typed = text.strip();
        return switch (asked.entry()) {
            case MONEY -> Money.parse(figures(typed), ground.currency()).minor();
            case PERCENT, SHARE ->
                new BigDecimal(figures(typed)).movePointRight(PERCENT_DIGITS).intValueExact();
            case COUNT -> Long.parseLong(figures(typed));
            case TIME -> LocalTime.parse(typed).toString();
            case MOMENT ->
                LocalDateTime.parse(typed).atZone(ground.zone()).toInstant().toString();
            default -> typed;
        };
    }

    private List<String> items() {
        if (asked.entry().isTicked()) {
            return List.copyOf(ticked);
        }
        List<String> items = WordList.read(text);
        if (asked.entry() == Entry.DATES) {
            items.forEach(LocalDate::parse);
        }
        return items;
    }

    private static String figures(String typed) {
        return Figures.withoutGroups(typed.replace("%", "").replace("％", ""));
    }

    /** Whether nothing was entered. */
    public boolean isBlank() {
        return asked.entry().isTicked() ? ticked.isEmpty() : text.isBlank();
    }

    public Asked getAsked() {
        return asked;
    }

    public String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = requireNonNullElse(text, "");
    }

    public List<String> getTicked() {
        return ticked;
    }

    public void setTicked(@Nullable List<String> ticked) {
        this.ticked = ticked == null ? new ArrayList<>() : new ArrayList<>(ticked);
    }

    /** What is wrong: the key of a text, or the text itself; empty for nothing. */
    public String getFault() {
        return fault;
    }

    void setFault(String fault) {
        this.fault = fault;
    }
}
