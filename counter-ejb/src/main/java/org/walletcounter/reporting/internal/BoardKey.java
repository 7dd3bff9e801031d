package org.walletcounter.reporting.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose board: a merchant's as a whole, or one store's. */
record BoardKey(UUID merchantId, @Nullable UUID storeId) {}
