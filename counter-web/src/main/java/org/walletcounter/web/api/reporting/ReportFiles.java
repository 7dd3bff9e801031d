package org.walletcounter.web.api.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportOrder;
import org.walletcounter.reporting.ReportSpan;
import org.walletcounter.reporting.ReportView;
import org.walletcounter.reporting.Reports;
import org.walletcounter.web.api.Language;
import org.walletcounter.web.security.Caller;

/** Answers with a report as a file that browsers save under a telling name. */
@Dependent
public class ReportFiles {

    static final String STATEMENT = "wallet-statement";

    private static final int STATEMENT_DAYS = 30;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType PDF = new MediaType("application", "pdf");

    @Inject
    Reports reports;

    @Inject
    Merchants merchants;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** Makes the report while the answer is written; a refusal still comes as a problem, for nothing is written before. */
    Response answer(String code, ReportChoice choice, HttpHeaders headers) {
        Actor actor = caller.actor();
        ReportOrder order = order(actor, code, choice, headers);
        StreamingOutput file = target -> reports.write(actor, order, target);
        return Response.ok(file, order.format() == ReportFormat.PDF ? PDF : MediaType.valueOf(SHEET))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(order) + "\"")
                .build();
    }

    /** Chinese if the caller reads it best, else English. */
    static String language(HttpHeaders headers) {
        Locale best = Language.of(headers);
        return best.getLanguage().equals("zh") ? "zh" : "en";
    }

    private ReportOrder order(Actor actor, String code, ReportChoice choice, HttpHeaders headers) {
        LocalDate today = merchants.businessDay(actor.merchantId(), clock.instant());
        boolean statement = code.equals(STATEMENT);
        LocalDate from = ReportChoice.day("from", choice.from, statement ? today.minusDays(STATEMENT_DAYS) : today);
        LocalDate to = ReportChoice.day("to", choice.to, statement || choice.from == null ? today : from);
        String language = choice.language == null ? language(headers) : choice.language;
        ReportSpan span = reports.offered(actor, language).stream()
                .filter(report -> report.code().equals(code))
                .map(ReportView::span)
                .findFirst()
                .orElse(ReportSpan.DAYS);
        return new ReportOrder(code, choice.format(), language, from, to, choice.storeId, choice.subject)
                .spanning(span, today);
    }

    private static String name(ReportOrder order) {
        String days = order.from().equals(order.to()) ? order.to().toString() : order.from() + "_" + order.to();
        return order.code() + "-" + days + "." + order.format().name().toLowerCase(Locale.ROOT);
    }
}
