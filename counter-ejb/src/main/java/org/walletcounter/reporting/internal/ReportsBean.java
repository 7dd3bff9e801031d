package org.walletcounter.reporting.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.reporting.ReportFormat;
import org.walletcounter.reporting.ReportOrder;
import org.walletcounter.reporting.ReportView;
import org.walletcounter.reporting.ReportingError;
import org.walletcounter.reporting.Reports;

/** The reports behind their door. One bean per node, so that templates and the typeface are read once. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"cashier", "manager", "analyst", "administrator", "member", "system"})
public class ReportsBean implements Reports {

    private static final int LONGEST_SPAN = 366;

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    private DataSource books;

    @Inject
    private ReportDoors doors;

    @Inject
    private Clock clock;

    private ReportLibrary library;
    private ReportPress press;
    private ReportSources sources;

    @PostConstruct
    void open() {
        library = new ReportLibrary();
        press = new ReportPress(library, clock);
        sources = new ReportSources(books, library, doors);
    }

    @Override
    public List<String> codes(Actor actor) {
        return allowed(actor).map(ReportDefinition::code).toList();
    }

    @Override
    public List<ReportView> offered(Actor actor, String language) {
        Locale locale = ReportSources.locale(language);
        return allowed(actor)
                .map(report -> new ReportView(
                        report.code(),
                        library.texts(report, locale).getString("title"),
                        report.formats(),
                        report.span(),
                        subject(report)))
                .toList();
    }

    @Override
    public void write(Actor actor, ReportOrder asked, OutputStream target) {
        ReportDefinition report = allowed(actor)
                .filter(candidate -> candidate.code().equals(asked.code()))
                .findFirst()
                .orElseThrow(() -> new CounterException(ReportingError.NO_SUCH_REPORT));
        LocalDate today = doors.merchants().businessDay(actor.merchantId(), clock.instant());
        ReportOrder order = asked.spanning(report.span(), today);
        if (!report.formats().contains(order.format())) {
            throw CounterException.at("format", ReportingError.FORMAT_NOT_OFFERED, report.formats());
        }
        requireSpan(order);
        ReportScope scope = sources.scope(actor, order, report);
        press.print(
                new ReportPress.Edition(report, order.format(), scope, actor.name()),
                () -> besides(sources.figures(actor, order, report, scope), actor, order, report, scope),
                target);
    }

    private Figures besides(Figures figures, Actor actor, ReportOrder order, ReportDefinition report, ReportScope scope)
            throws SQLException {
        if (order.format() != ReportFormat.PDF || !report.besides().contains("uplift")) {
            return figures;
        }
        try {
            TellingUplift telling =
                    new TellingUplift(books, id -> doors.promotions().versions(actor, id));
            return new Besides(figures, Map.of("uplift", telling.told(scope, library.texts(report, scope.language()))));
        } catch (SQLException | RuntimeException broken) {
            figures.close();
            throw broken;
        }
    }

    @Override
    public void warmUp() {
        MerchantView nobody = new MerchantView(new UUID(0, 0), "", "", "", "GBP", ZoneOffset.UTC);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (ReportDefinition report : library.definitions().values()) {
            if (report.source().equals("sql")) {
                ReportScope scope = new ReportScope(nobody, null, today, today, Locale.UK, nobody.currency());
                press.print(
                        new ReportPress.Edition(report, ReportFormat.PDF, scope, ""),
                        () -> sources.books(report, scope),
                        OutputStream.nullOutputStream());
            }
        }
    }

    private static String subject(ReportDefinition report) {
        return switch (report.source()) {
            case ReportSources.WALLET -> "member";
            case ReportSources.VOUCHERS -> "voucher batch";
            default -> "";
        };
    }

    private Stream<ReportDefinition> allowed(Actor actor) {
        return library.definitions().values().stream()
                .filter(report -> report.roles().contains(actor.role()));
    }

    private static void requireSpan(ReportOrder order) {
        long days = ChronoUnit.DAYS.between(order.from(), order.to()) + 1;
        if (days < 1 || days > LONGEST_SPAN) {
            throw CounterException.at("to", ReportingError.SPAN_INVALID, LONGEST_SPAN);
        }
    }
}
