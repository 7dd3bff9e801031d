package org.walletcounter.reporting.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.members.Members;
import org.walletcounter.merchants.Merchants;
import org.walletcounter.promotions.Campaigns;
import org.walletcounter.vouchers.VoucherCampaigns;

/** The doors that reports' figures come through. */
@Dependent
class ReportDoors {

    private final Merchants merchants;
    private final Members members;
    private final Ledger ledger;
    private final VoucherCampaigns vouchers;
    private final Campaigns promotions;

    @Inject
    ReportDoors(Merchants merchants, Members members, Ledger ledger, VoucherCampaigns vouchers, Campaigns promotions) {
        this.merchants = merchants;
        this.members = members;
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.promotions = promotions;
    }

    Merchants merchants() {
        return merchants;
    }

    Members members() {
        return members;
    }

    Ledger ledger() {
        return ledger;
    }

    VoucherCampaigns vouchers() {
        return vouchers;
    }

    Campaigns promotions() {
        return promotions;
    }
}
