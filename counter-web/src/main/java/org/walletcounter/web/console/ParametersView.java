package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.ParameterCatalogue;
import org.walletcounter.kernel.ParameterCentre;

/** Everything the house can set, with the value in force and the one to come. */
@Named("parametersView")
@RequestScoped
@AnswersRefusals
public class ParametersView {

    @Inject
    private ParameterCatalogue catalogue;

    @Inject
    private ParameterCentre parameters;

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Inject
    private Clock clock;

    private List<ParameterStory> stories = List.of();

    /** Reads them all. */
    public void load() {
        stories = catalogue.all().stream().map(this::story).toList();
    }

    private ParameterStory story(Parameter parameter) {
        return ParameterStory.of(
                parameter, parameters.history(parameter, console.getActor().merchantId()), clock.instant());
    }

    /** A value as people read it. */
    public String shown(Parameter parameter, long value) {
        if (parameter.unit().equals("choice")) {
            return show.label("parameter-choice." + parameter.code(), value);
        }
        return parameter.unit().equals("minor")
                ? show.minor(value, console.getMerchant().currency())
                : show.number(value) + show.label("parameter-unit", parameter.unit());
    }

    public List<ParameterStory> getStories() {
        return stories;
    }
}
