package org.walletcounter.vouchers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.Page;

/**
 * The door to voucher campaigns (券活动), for managers. Commands join the caller's transaction and refuse with
 * {@link VoucherError}, naming the form's field. Thread-safe.
 */
public interface VoucherCampaigns {

    /** Writes a new campaign down as a draft. */
    CampaignView draft(Actor actor, CampaignForm form);

    /**
     * Rewrites a draft.
     *
     * @param version the one the actor has seen; null for whichever there is
     * @throws org.walletcounter.kernel.CounterException {@link org.walletcounter.kernel.KernelError#CHANGED_MEANWHILE} when it
     *     is not the present one any more
     */
    CampaignView change(Actor actor, UUID campaignId, @Nullable Integer version, CampaignForm form);

    /**
     * Moves a campaign: a draft goes live, a live one is paused and goes on, a live or paused one ends. Going live opens
     * its accounts and puts its vouchers into the pool; ending takes what is left out of it.
     */
    CampaignView move(Actor actor, UUID campaignId, CampaignView.State to);

    /** Puts more vouchers into the pool, or, with a minus, takes some out that are still there. */
    CampaignView restock(Actor actor, UUID campaignId, long by);

    /**
     * The actor's merchant agrees to honour and fund another merchant's campaign as its draft says.
     *
     * @param version the one the actor has seen
     * @throws org.walletcounter.kernel.CounterException {@link org.walletcounter.kernel.KernelError#CHANGED_MEANWHILE} when it
     *     is not the present one any more, or no draft
     */
    CampaignView agree(Actor actor, UUID campaignId, int version);

    /** The campaigns that the actor's merchant runs or takes part in, newest first, as far as they fit the search. */
    Page<CampaignView> campaigns(Actor actor, CampaignSearch search, @Nullable String after, int limit);

    /** A campaign. */
    CampaignView campaign(Actor actor, UUID campaignId);

    /** What has become of it. */
    CampaignFigures figures(Actor actor, UUID campaignId);

    /** Makes unique codes out of the pool: a million within a minute. They are kept as keyed hashes only. */
    CodeBatch makeCodes(Actor actor, UUID campaignId, String label, int count);

    /** The batches of codes of a campaign, newest first. */
    List<CodeBatch> batches(Actor actor, UUID campaignId);

    /** Gives the codes of a batch again, one after the other, for a partner's file or the printer. A privileged act. */
    void codes(Actor actor, UUID batchId, Consumer<String> to);

    /** What the actor's merchant and its partners owe each other for these business days, both included. */
    ClearingStatement clearing(Actor actor, LocalDate from, LocalDate to);
}
