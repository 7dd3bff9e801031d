package org.walletcounter.web.console;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCatalogue;
import org.walletcounter.kernel.ParameterCentre;

/** One parameter: its value, its history with who changed what, and the next change. */
@Named("parameterView")
@ViewScoped
@AnswersRefusals
public class ParameterPageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ParameterCatalogue catalogue;

    @Inject
    private ParameterCentre parameters;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    private @Nullable String code;
    private transient @Nullable ParameterStory story;
    private String value = "";
    private String from = "";
    private String reason = "";

    /** Reads the parameter's history, before each showing. */
    public void load() {
        Parameter parameter = catalogue.parameter(requireNonNullElse(code, ""));
        story = ParameterStory.of(
                parameter, parameters.history(parameter, console.getActor().merchantId()), clock.instant());
    }

    /** Sets a value from a moment on. */
    public @Nullable String set() {
        Parameter parameter = catalogue.parameter(requireNonNull(code));
        parameters.set(parameter, wanted(parameter), moment(), reason.strip(), console.getActor());
        messages.done("parameter.set");
        return "/console/parameter.xhtml?faces-redirect=true&code=" + code;
    }

    private long wanted(Parameter parameter) {
        String figures = Figures.withoutGroups(value);
        try {
            return parameter.unit().equals("minor")
                    ? Money.parse(figures, console.getMerchant().currency()).minor()
                    : Long.parseLong(figures);
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw CounterException.at("value", KernelError.FIELD_INVALID, value);
        }
    }

    /** The moment in the merchant's zone; none is now. */
    private Instant moment() {
        if (from.isBlank()) {
            return clock.instant();
        }
        try {
            return LocalDateTime.parse(from.strip())
                    .atZone(console.getMerchant().zone())
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            throw CounterException.at("from", KernelError.FIELD_INVALID, from);
        }
    }

    /** The values to choose from; none where any number will do. */
    public List<Long> getChoices() {
        if (story == null || !story.parameter().unit().equals("choice")) {
            return List.of();
        }
        Parameter parameter = story.parameter();
        return LongStream.rangeClosed(parameter.lowest(), parameter.highest())
                .boxed()
                .toList();
    }

    public @Nullable ParameterStory getStory() {
        return story;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = requireNonNullElse(value, "");
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = requireNonNullElse(from, "");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = requireNonNullElse(reason, "");
    }
}
