package org.walletcounter.reporting;

import java.time.Instant;
import java.util.UUID;
import org.walletcounter.kernel.Money;

/**
 * A sale that a campaign reached.
 *
 * @param paid what the customer paid
 * @param off what the campaign took off; nothing where it only gave something
 */
public record CampaignSale(
        UUID paymentId, String saleNumber, Instant occurredAt, UUID storeId, Money paid, Money off) {}
