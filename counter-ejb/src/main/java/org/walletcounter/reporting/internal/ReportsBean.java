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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.Members;
import org.walletcounter.members.WalletView;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.merchants.StoreView;
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
    private static final String WALLET = "wallet";

    @Resource(lookup = "java:jboss/datasources/CounterReadDS")
    private DataSource books;

    @Inject
    private Merchants merchants;

    @Inject
    private Members members;

    @Inject
    private Ledger ledger;

    @Inject
    private Clock clock;

    private ReportLibrary library;
    private ReportPress press;
    private Typeface face;

    @PostConstruct
    void open() {
        library = new ReportLibrary();
        press = new ReportPress(library, clock);
        face = new Typeface();
    }

    @Override
    public List<String> codes(Actor actor) {
        return allowed(actor).map(ReportDefinition::code).toList();
    }

    @Override
    public List<ReportView> offered(Actor actor, String language) {
        Locale locale = locale(language);
        return allowed(actor)
                .map(report -> new ReportView(
                        report.code(),
                        library.texts(report, locale).getString("title"),
                        report.formats(),
                        report.source().equals(WALLET) ? "member" : ""))
                .toList();
    }

    @Override
    public void write(Actor actor, ReportOrder order, OutputStream target) {
        ReportDefinition report = allowed(actor)
                .filter(candidate -> candidate.code().equals(order.code()))
                .findFirst()
                .orElseThrow(() -> new CounterException(ReportingError.NO_SUCH_REPORT));
        if (!report.formats().contains(order.format())) {
            throw CounterException.at("format", ReportingError.FORMAT_NOT_OFFERED, report.formats());
        }
        requireSpan(order);
        press.print(edition(actor, order, report), () -> figures(actor, order, report), target);
    }

    private ReportPress.Edition edition(Actor actor, ReportOrder order, ReportDefinition report) {
        return new ReportPress.Edition(report, order.format(), scope(actor, order, report), actor.name());
    }

    private Figures figures(Actor actor, ReportOrder order, ReportDefinition report) throws SQLException {
        ReportScope scope = scope(actor, order, report);
        return report.source().equals(WALLET)
                ? wallet(actor, order, scope, report)
                : new SqlFigures(books.getConnection(), library, report, scope, face);
    }

    private Figures wallet(Actor actor, ReportOrder order, ReportScope scope, ReportDefinition report) {
        WalletSubject subject = WalletSubject.of(actor, order.subject(), scope.currency());
        MemberView member = members.member(actor, subject.memberId());
        AccountId account = member.wallets().stream()
                .filter(wallet -> wallet.balance().currency().equals(subject.currency()))
                .map(WalletView::account)
                .findFirst()
                .orElseThrow(WalletSubject::refused);
        return new WalletFigures(scope, member, library.texts(report, scope.language()), face).read(ledger::statement, account);
    }

    private ReportScope scope(Actor actor, ReportOrder order, ReportDefinition report) {
        MerchantView merchant = merchants.merchant(actor.merchantId());
        UUID storeId = order.storeId() == null ? actor.storeId() : order.storeId();
        StoreView store = storeId == null ? null : merchants.store(actor, storeId);
        String currency = report.source().equals(WALLET)
                ? WalletSubject.of(actor, order.subject(), merchant.currency()).currency()
                : merchant.currency();
        return new ReportScope(merchant, store, order.from(), order.to(), locale(order.language()), currency);
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

    /** English as in Britain, whose dates nobody reads the wrong way round; Chinese as on the mainland. */
    private static Locale locale(String language) {
        return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    }
}
