package org.walletcounter.merchants;

import java.util.UUID;

/** A till (收银台) in a store. */
public record TillView(UUID id, UUID storeId, String code, String name, boolean open) {}
