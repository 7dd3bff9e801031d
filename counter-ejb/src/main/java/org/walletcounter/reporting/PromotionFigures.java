package org.walletcounter.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Page;

/** The door to what a campaign did to sales (活动效果). Reads the roll-ups and their tail, so it is exact at once. Thread-safe. */
public interface PromotionFigures {

    /**
     * A promotion's or voucher campaign's result on these business days, both included, in the merchant's currency. Who works
     * in one store sees that store's.
     *
     * @throws CounterException {@link ReportingError#SPAN_INVALID}, {@link ReportingError#NO_SUCH_CAMPAIGN}
     */
    CampaignResult campaign(Actor actor, UUID campaignId, LocalDate from, LocalDate to);

    /**
     * The sales of one's merchant that a campaign reached, newest first; none of another's campaign.
     *
     * @param after the cursor of the page before, or null
     * @param limit 1 to 200
     * @throws CounterException {@link ReportingError#NO_SUCH_CAMPAIGN}, {@link org.walletcounter.kernel.KernelError#BAD_CURSOR}
     */
    Page<CampaignSale> sales(Actor actor, UUID campaignId, @Nullable String after, int limit);
}
