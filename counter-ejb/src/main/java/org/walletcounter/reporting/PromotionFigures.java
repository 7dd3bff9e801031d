package org.walletcounter.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;

/** The door to what a campaign did to sales (活动效果). Reads the roll-ups and their tail, so it is exact at once. Thread-safe. */
public interface PromotionFigures {

    /**
     * A promotion's or voucher campaign's result on these business days, both included, in the merchant's currency. Who works
     * in one store sees that store's.
     *
     * @throws CounterException {@link ReportingError#SPAN_INVALID}, {@link ReportingError#NO_SUCH_CAMPAIGN}
     */
    CampaignResult campaign(Actor actor, UUID campaignId, LocalDate from, LocalDate to);
}
