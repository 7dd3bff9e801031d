package org.walletcounter.reporting.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.walletcounter.kernel.Actor;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CodeBatch;
import org.walletcounter.vouchers.VoucherCampaigns;

/** Gets a batch's codes through the vouchers' door, which writes down who had them. */
class VoucherSheets {

    private final ReportLibrary library;
    private final VoucherCampaigns campaigns;
    private final Merchants merchants;
    private final Typeface face;

    VoucherSheets(ReportLibrary library, VoucherCampaigns campaigns, Merchants merchants, Typeface face) {
        this.library = library;
        this.campaigns = campaigns;
        this.merchants = merchants;
        this.face = face;
    }

    Figures figures(Actor actor, VoucherSubject asked, ReportDefinition report, ReportScope scope) {
        CampaignForm form = campaigns.campaign(actor, asked.campaignId()).form();
        CodeBatch batch = campaigns.batches(actor, asked.campaignId()).stream()
                .filter(each -> each.id().equals(asked.batchId()))
                .findFirst()
                .orElseThrow(WalletSubject::refused);
        VoucherSubject subject = asked.within(batch.size());
        VoucherFigures.Sheet sheet = new VoucherFigures.Sheet(
                scope,
                form,
                batch.label(),
                subject.from(),
                merchants.stores(actor),
                words(report, Locale.UK, scope, form),
                words(report, Locale.SIMPLIFIED_CHINESE, scope, form));
        return new VoucherFigures(sheet, codes(actor, subject), face);
    }

    private VoucherWords words(ReportDefinition report, Locale language, ReportScope scope, CampaignForm form) {
        return new VoucherWords(
                library.texts(report, language), language, scope.merchant().zone(), form);
    }

    private List<String> codes(Actor actor, VoucherSubject subject) {
        List<String> wanted = new ArrayList<>(subject.to() - subject.from() + 1);
        AtomicInteger number = new AtomicInteger();
        campaigns.codes(actor, subject.batchId(), code -> {
            int serial = number.incrementAndGet();
            if (serial >= subject.from() && serial <= subject.to()) {
                wanted.add(code);
            }
        });
        return wanted;
    }
}
