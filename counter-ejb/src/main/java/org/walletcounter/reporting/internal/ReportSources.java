package org.walletcounter.reporting.internal;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.walletcounter.kernel.Actor;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.WalletView;
import org.walletcounter.merchants.MerchantView;
import org.walletcounter.merchants.StoreView;
import org.walletcounter.reporting.ReportOrder;

/** Where a report's figures come from, within what the actor may see: queries of its folder, or a member's wallet. */
class ReportSources {

    static final String WALLET = "wallet";
    static final String VOUCHERS = "vouchers";

    private final DataSource books;
    private final ReportLibrary library;
    private final Typeface face = new Typeface();
    private final ReportDoors doors;
    private final VoucherSheets sheets;

    ReportSources(DataSource books, ReportLibrary library, ReportDoors doors) {
        this.books = books;
        this.library = library;
        this.doors = doors;
        this.sheets = new VoucherSheets(library, doors.vouchers(), doors.merchants(), face);
    }

    ReportScope scope(Actor actor, ReportOrder order, ReportDefinition report) {
        MerchantView merchant = doors.merchants().merchant(actor.merchantId());
        UUID storeId = order.storeId() == null ? actor.storeId() : order.storeId();
        StoreView store = storeId == null ? null : doors.merchants().store(actor, storeId);
        String currency = report.source().equals(WALLET)
                ? WalletSubject.of(actor, order.subject(), merchant.currency()).currency()
                : merchant.currency();
        return new ReportScope(merchant, store, order.from(), order.to(), locale(order.language()), currency);
    }

    Figures figures(Actor actor, ReportOrder order, ReportDefinition report, ReportScope scope) throws SQLException {
        return switch (report.source()) {
            case WALLET -> wallet(actor, order, report, scope);
            case VOUCHERS -> sheets.figures(actor, VoucherSubject.of(order.subject()), report, scope);
            default -> books(report, scope);
        };
    }

    /** Figures by the queries of the report's folder. */
    Figures books(ReportDefinition report, ReportScope scope) throws SQLException {
        return new SqlFigures(books, library, report, scope, face);
    }

    private Figures wallet(Actor actor, ReportOrder order, ReportDefinition report, ReportScope scope) {
        WalletSubject subject = WalletSubject.of(actor, order.subject(), scope.currency());
        MemberView member = doors.members().member(actor, subject.memberId());
        AccountId account = member.wallets().stream()
                .filter(wallet -> wallet.balance().currency().equals(subject.currency()))
                .map(WalletView::account)
                .findFirst()
                .orElseThrow(WalletSubject::refused);
        return new WalletFigures(scope, member, library.texts(report, scope.language()), face)
                .read(doors.ledger()::statement, account);
    }

    /** English as in Britain, whose dates nobody reads the wrong way round; Chinese as on the mainland. */
    static Locale locale(String language) {
        return language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
    }
}
