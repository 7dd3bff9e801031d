package org.walletcounter.web.console.results;

import static java.util.Objects.requireNonNull;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.promotions.BackTestResult;
import org.walletcounter.promotions.BackTestView;
import org.walletcounter.promotions.BackTestView.State;
import org.walletcounter.promotions.BackTests;
import org.walletcounter.promotions.PromotionError;
import org.walletcounter.web.console.AnswersRefusals;
import org.walletcounter.web.console.Asked;
import org.walletcounter.web.console.ConsoleSession;
import org.walletcounter.web.console.Messages;
import org.walletcounter.web.console.Show;

/** One back-test: its progress while it runs, and what it has found. */
@Named("backTestView")
@ViewScoped
@AnswersRefusals
public class BackTestPageView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BackTests tests;

    @Inject
    private ConsoleSession console;

    @Inject
    private Messages messages;

    @Inject
    private Show show;

    private @Nullable UUID id;
    private transient @Nullable BackTestView test;
    private transient @Nullable DayChart chart;

    /** Reads the back-test as it stands, before each showing. */
    public void load() {
        BackTestView found = tests.backTest(console.getActor(), Asked.id(id, PromotionError.NO_SUCH_BACK_TEST));
        test = found;
        chart = DayChart.of(
                found.result().days().stream()
                        .collect(Collectors.toMap(BackTestResult.Day::day, BackTestResult.Day::cost)),
                found.order().from(),
                found.order().until(),
                found.budget());
    }

    /** Stops it; what it has found so far stays. */
    public @Nullable String cancel() {
        tests.cancel(console.getActor(), requireNonNull(id));
        messages.done("backTest.stopped");
        return "/console/back-test.xhtml?faces-redirect=true&id=" + id;
    }

    /** Whether it waits or runs, so that the page must look again. */
    public boolean isBusy() {
        return test != null && (test.state() == State.WAITING || test.state() == State.RUNNING);
    }

    /** In which stores the sales were. */
    public String stores(BackTestView shown) {
        List<UUID> stores = shown.order().stores();
        return stores.isEmpty()
                ? show.text("backTest.allStores")
                : stores.stream().map(console::storeName).collect(Collectors.joining(", "));
    }

    /** What a part of the customers is called. */
    public String name(BackTestResult.Audience audience) {
        return switch (audience.by()) {
            case STORE -> console.storeName(UUID.fromString(audience.code()));
            case PERSON -> show.label("back-test-person", audience.code());
            case TIER -> audience.code();
        };
    }

    /** What it takes off in a sale that it reaches, on average; null where it reaches none. */
    public @Nullable Long average(BackTestResult result) {
        return result.reached() == 0
                ? null
                : Math.floorDiv(2 * result.sums().cost() + result.reached(), 2 * result.reached());
    }

    public @Nullable BackTestView getTest() {
        return test;
    }

    public @Nullable DayChart getChart() {
        return chart;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
