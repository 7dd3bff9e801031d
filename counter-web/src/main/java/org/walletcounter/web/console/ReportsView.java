package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.reporting.ReportView;
import org.walletcounter.reporting.Reports;

/** The reports that the reader may make; the files themselves come from the API. */
@Named("reportsView")
@RequestScoped
@AnswersRefusals
public class ReportsView {

    @Inject
    private Reports reports;

    @Inject
    private Merchants merchants;

    @Inject
    private ConsoleSession console;

    @Inject
    private Clock clock;

    private List<ReportView> offered = List.of();

    /** Reads which reports there are. One about a member is offered on the member's page. */
    public void load() {
        offered = reports.offered(console.getActor(), console.getLanguage()).stream()
                .filter(report -> report.subject().isEmpty())
                .toList();
    }

    public List<ReportView> getOffered() {
        return offered;
    }

    /** The business day it is now. */
    public LocalDate getToday() {
        return merchants.businessDay(console.getActor().merchantId(), clock.instant());
    }
}
