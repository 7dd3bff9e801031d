package org.walletcounter.vouchers.internal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Page;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.vouchers.CampaignFigures;
import org.walletcounter.vouchers.CampaignForm;
import org.walletcounter.vouchers.CampaignSearch;
import org.walletcounter.vouchers.CampaignView;
import org.walletcounter.vouchers.ClearingStatement;
import org.walletcounter.vouchers.CodeBatch;
import org.walletcounter.vouchers.VoucherCampaigns;
import org.walletcounter.vouchers.internal.book.Campaign;
import org.walletcounter.vouchers.internal.book.Campaigns;
import org.walletcounter.vouchers.internal.book.GoneMemory;
import org.walletcounter.vouchers.internal.codes.MakingCodes;

/** The campaigns' door. */
@Stateless
@RolesAllowed({"manager", "administrator"})
public class VoucherCampaignsBean implements VoucherCampaigns {

    private static final int LONGEST_PAGE = 200;

    @Inject
    WritingCampaigns writing;

    @Inject
    CampaignLife life;

    @Inject
    Campaigns campaigns;

    @Inject
    MakingCodes making;

    @Inject
    Figures figures;

    @Inject
    GoneMemory gone;

    @Inject
    Event<PrivilegedAct> acts;

    @Override
    public CampaignView draft(Actor actor, CampaignForm form) {
        return view(writing.draft(actor, form));
    }

    @Override
    public CampaignView change(Actor actor, UUID campaignId, @Nullable Integer version, CampaignForm form) {
        return view(writing.change(actor, campaignId, version, form));
    }

    @Override
    public CampaignView move(Actor actor, UUID campaignId, CampaignView.State to) {
        life.move(actor, campaignId, to);
        gone.forget(campaignId);
        return campaign(actor, campaignId);
    }

    @Override
    public CampaignView restock(Actor actor, UUID campaignId, long by) {
        life.restock(actor, campaignId, by);
        gone.forget(campaignId);
        return campaign(actor, campaignId);
    }

    @Override
    public CampaignView agree(Actor actor, UUID campaignId, int version) {
        life.agree(actor, campaignId, version);
        return campaign(actor, campaignId);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Page<CampaignView> campaigns(Actor actor, CampaignSearch search, @Nullable String after, int limit) {
        int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
        List<Campaign> found = writing.page(actor.merchantId(), search, before(after), most);
        boolean more = found.size() > most;
        List<Campaign> page = more ? found.subList(0, most) : found;
        return new Page<>(
                page.stream().map(this::view).toList(),
                more ? page.get(most - 1).id().toString() : null);
    }

    @Override
    @RolesAllowed({"cashier", "manager", "analyst", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CampaignView campaign(Actor actor, UUID campaignId) {
        return view(campaigns.seenBy(actor.merchantId(), campaignId));
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CampaignFigures figures(Actor actor, UUID campaignId) {
        return figures.of(campaigns.seenBy(actor.merchantId(), campaignId));
    }

    @Override
    public CodeBatch makeCodes(Actor actor, UUID campaignId, String label, int count) {
        return making.make(actor, campaignId, label, count);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<CodeBatch> batches(Actor actor, UUID campaignId) {
        return making.batches(actor, campaignId);
    }

    @Override
    public void codes(Actor actor, UUID batchId, Consumer<String> to) {
        acts.fire(new PrivilegedAct(actor, "voucher-codes.written-out", "voucher-batch:" + batchId, ""));
        making.codes(actor, batchId, to);
    }

    @Override
    @RolesAllowed({"manager", "analyst", "administrator"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ClearingStatement clearing(Actor actor, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw CounterException.at("to", KernelError.FIELD_INVALID, "≥ " + from);
        }
        return figures.clearing(actor.merchantId(), from, to);
    }

    private CampaignView view(Campaign campaign) {
        boolean limited = campaign.accounts() != null && campaign.accounts().pool() != null;
        return new CampaignView(
                campaign.id(),
                campaign.merchantId(),
                campaign.version(),
                campaign.state(),
                campaign.form(),
                limited
                        ? Long.valueOf(life.left(campaign))
                        : campaign.form().quantity().total(),
                campaign.genericTail(),
                writing.parties(campaign),
                campaign.madeBy(),
                campaign.madeAt());
    }

    private static @Nullable UUID before(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException notOurs) {
            throw CounterException.at("after", KernelError.BAD_CURSOR);
        }
    }
}
