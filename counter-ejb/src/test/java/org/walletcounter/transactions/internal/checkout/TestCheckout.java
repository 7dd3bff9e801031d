package org.walletcounter.transactions.internal.checkout;

import jakarta.persistence.EntityManager;
import org.walletcounter.promotions.internal.definitions.JsonDefinitions;

/** Parts of the checkout without a container. */
public final class TestCheckout {

    private TestCheckout() {}

    /** What is kept of prices, read through a session that is in the caller's transaction already. */
    public static KeptPricing kept(EntityManager entities) {
        KeptPricing kept = new KeptPricing(new JsonDefinitions());
        kept.entities = entities;
        return kept;
    }

    /** What is kept of tax, likewise. */
    public static KeptTaxes taxes(EntityManager entities) {
        KeptTaxes taxes = new KeptTaxes();
        taxes.entities = entities;
        return taxes;
    }
}
