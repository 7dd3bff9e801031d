package org.walletcounter.promotions;

/**
 * A product that a campaign would sell below what it costs (低于成本), all alone and at its worst.
 *
 * @param pieces how many pieces one must buy for that
 * @param list what they cost at list price, in minor units
 * @param net what they cost with the campaign
 * @param cost what they cost the merchant
 */
public record BelowCost(String sku, int pieces, long list, long net, long cost) {}
