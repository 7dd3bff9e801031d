package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.reporting.Reports;

/** The reports that the reader may make; the files themselves come from the API. */
@Named("reportsView")
@RequestScoped
@AnswersRefusals
public class ReportsView {

    /** Reports about one thing are offered where that thing is shown. */
    private static final List<String> OFFERED_ELSEWHERE = List.of("wallet-statement", "member-statement");

    @Inject
    private Reports reports;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Clock clock;

    private List<String> codes = List.of();

    /** Reads which reports there are. */
    public void load() {
        codes = reports.codes(console.getActor()).stream()
                .filter(code -> !OFFERED_ELSEWHERE.contains(code))
                .toList();
    }

    public List<String> getCodes() {
        return codes;
    }

    /** The business day it is now. */
    public LocalDate getToday() {
        return merchants.businessDay(console.getActor().merchantId(), clock.instant());
    }
}
